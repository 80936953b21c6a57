// Fetches what the program gives the form: its rules at once, and its lists of names and places as soon as something is typed.

/**
 * The program's rules. Where they don't load, the page says so and names another way, as it does without JavaScript.
 * @param {StoryForm} form
 * @returns {Promise<Rules>}
 */
export async function rules(form) {
  try {
    return await (await fetch(form.dataset.form)).json();
  } catch (fault) {
    document.querySelector(".write.no-script").classList.remove("no-script");
    for (const part of form.querySelectorAll(".needs-script")) part.hidden = true;
    throw fault;
  }
}

/** @type {WeakSet<Rules>} */
const asked = new WeakSet();

/**
 * Adds the lists to the rules, once, and calls `then`. Without them the form looks for less, which `without` may say; the program
 * looks again.
 * @param {StoryForm} form
 * @param {Rules} data
 * @param {() => void} then
 * @param {() => void} without
 */
export async function lists(form, data, then, without) {
  if (asked.has(data)) return;
  asked.add(data);
  try {
    data.lists = await (await fetch(new URL(data.names.lists, new URL(form.dataset.form, location.href)))).json();
    then();
  } catch {
    asked.delete(data); // the next check asks again
    without();
  }
}
