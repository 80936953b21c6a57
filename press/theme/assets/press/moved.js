// Leads an old address on: a step's address once held its minutes, and those change.
import { named } from "./fragment.js";

function leadOn() {
  const asked = named(location.hash);
  if (!asked || document.getElementById(asked)) return;
  const name = asked.normalize("NFC").replace(/-\d{1,3}-minutes?(?=(-\d+)?$)/, "");
  if (document.getElementById(name)) location.replace(`#${encodeURIComponent(name)}`);
}

addEventListener("hashchange", leadOn);
leadOn();
