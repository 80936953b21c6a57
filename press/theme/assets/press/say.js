// Says a short sentence, on the screen and to screen readers; copies words.
const box = document.createElement("p");
box.className = "said";
box.setAttribute("role", "status");
document.body.append(box);
let timer;

export function say(words, shown = true) {
  clearTimeout(timer);
  box.classList.toggle("words-only", !shown);
  box.textContent = words;
  timer = setTimeout(() => (box.textContent = ""), 6000);
}

export async function copy(words, what, within = document.body) {
  let done = false;
  try {
    await navigator.clipboard.writeText(words);
    done = true;
  } catch {
    // Pages without https may not use the clipboard; the old way still works there.
    const field = Object.assign(document.createElement("textarea"), { value: words, className: "words-only" });
    const back = document.activeElement;
    within.append(field);
    field.select();
    done = document.execCommand("copy");
    field.remove();
    back?.focus({ preventScroll: true });
  }
  if (within !== document.body) within.append(box); // what lies behind an open dialog is not announced
  else document.body.append(box);
  say(done ? `${what} copied` : "This browser does not let pages copy. Select the words and copy them yourself.");
}
