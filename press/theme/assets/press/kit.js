// The reader's tools below a page's opening: listen, size of the text, cite, copy a link, print; and a link to each heading.
import { choose, chosen } from "./keep.js";
import { button, make, within } from "./make.js";
import { copy, speaker } from "./say.js";

const kit = document.querySelector(".kit");
/** @param {string} name */
const tool = (name) => kit.querySelector(`[data-tool=${name}]`);

function sizes() {
  const panel = kit.querySelector(".kit__sizes");
  const button = tool("size");
  /** @param {boolean} open */
  const show = (open) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", () => show(panel.hidden === true));
  kit.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    show(false);
    button.focus();
  });
  document.addEventListener("click", (event) => !within(event, ".kit__sizes, [data-tool=size]") && show(false));
  for (const choice of panel.querySelectorAll("input")) {
    choice.checked = choice.value === (chosen("size") || "1");
    choice.addEventListener("change", () => choose("size", choice.value === "1" ? "" : choice.value));
  }
}

function cite() {
  /** @type {HTMLDialogElement} */
  const dialog = document.querySelector("#_cite-dialog");
  const words = document.querySelector(".cite__styles");
  if (!dialog?.showModal || !words) return tool("cite")?.remove();
  const home = words.parentElement;
  speaker(dialog);
  tool("cite").addEventListener("click", () => {
    dialog.append(words); // one copy of the references serves both places
    dialog.showModal();
  });
  dialog.addEventListener("close", () => home.append(words));
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.querySelector("[data-closes]").addEventListener("click", () => dialog.close());
  for (const button of words.querySelectorAll("[data-copies]")) {
    button.addEventListener("click", () => {
      const reference = button.closest(".cite__style").querySelector(".cite__words").textContent.trim();
      copy(reference, button.dataset.copies, dialog.open ? dialog : document.body);
    });
  }
}

// Without what marks this visit: a place on the page, a filter.
const here = () => location.origin + location.pathname;

function headingLinks() {
  const icon = kit.querySelector("[data-tool=link] svg");
  for (const heading of document.querySelectorAll(".text h2[id], .text h3[id]")) {
    const name = heading.textContent.trim().replace(/\s+/g, " ");
    const copies = button(icon.cloneNode(true), () => copy(`${here()}#${heading.id}`, "Link"), "to-here");
    copies.setAttribute("aria-label", `Copy link to “${name}”`);
    const box = make("div", "headed"); // the button is no part of the heading
    heading.replaceWith(box);
    box.append(heading, copies);
  }
}

// Only voices on this device: others send the text to a company's server.
function voice() {
  const own = (window.speechSynthesis?.getVoices() ?? []).filter((one) => one.localService && /^en\b/i.test(one.lang));
  return own.find((one) => one.default) ?? own.find((one) => /^en[-_]US/i.test(one.lang)) ?? own[0];
}

function listening() {
  const button = tool("listen");
  const offer = () => (button.hidden = !voice());
  offer();
  window.speechSynthesis?.addEventListener?.("voiceschanged", offer);
  button.addEventListener("click", async () => (await import("./listen.js")).start(voice(), button));
}

if (kit) {
  sizes();
  cite();
  listening();
  headingLinks();
  tool("link").addEventListener("click", () => copy(here(), "Link to this page"));
  tool("print").addEventListener("click", () => print());
}
