// For whom an activity is shown: a teacher leader, a principal or both, with or without what only facilitators need.
// What is left out stays findable: a link into it, or a search within the page, brings it back.
import { named } from "./fragment.js";
import { choose, chosen } from "./keep.js";
import { within } from "./make.js";

const parts = [...document.querySelectorAll(".tn-part")];
/** @type {NodeListOf<HTMLInputElement>} */
const roles = document.querySelectorAll(".view input[name=role]");
/** @type {HTMLInputElement} */
const notes = document.querySelector(".view input[name=notes]");
const printed = document.querySelector(".view__printed");
/** @type {Record<string, string>} */
const OTHER = { "teacher-leader": "tn-principal", principal: "tn-teacher-leader" };

function show() {
  const role = chosen("role");
  const without = chosen("notes") === "off";
  for (const part of parts) {
    const out = without || part.classList.contains(OTHER[role]);
    if (out) part.setAttribute("hidden", "until-found");
    else part.removeAttribute("hidden");
  }
  for (const radio of roles) radio.checked = radio.value === role;
  notes.checked = !without;
  for (const radio of roles) radio.disabled = without; // both roles' parts are the facilitator's
  const left = without ? "without what only facilitators need" : role ? `for a ${role.replace("-", " ")}` : "";
  printed.textContent = left ? `Printed as it was shown: ${left}.` : "";
}

/** @param {HTMLElement} part */
function open(part) {
  if (!part?.hasAttribute("hidden")) return;
  if (chosen("notes") === "off") choose("notes", "", false);
  if (part.classList.contains(OTHER[chosen("role")])) choose("role", "", false);
  show();
}

function openGoal() {
  const goal = document.getElementById(named(location.hash));
  const part = goal && /** @type {HTMLElement} */ (goal.closest(".tn-part[hidden]"));
  if (!part) return;
  open(part);
  goal.scrollIntoView();
}

if (notes) {
  for (const radio of roles) {
    radio.addEventListener("change", () => {
      choose("role", radio.value);
      show();
    });
  }
  notes.addEventListener("change", () => {
    choose("notes", notes.checked ? "" : "off");
    show();
  });
  for (const part of parts) part.addEventListener("beforematch", () => open(part));
  addEventListener("hashchange", openGoal);
  // A second click on the same link changes no address.
  document.addEventListener("click", (event) => within(event, "a[href*='#']") && setTimeout(openGoal));
  show();
  openGoal();
}
