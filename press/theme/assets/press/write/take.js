// The story's file, to be taken along: shown, downloaded, copied, or carried to GitHub's page for a new file.

import { make } from "../make.js";
import { story } from "./fields.js";
import { all, data, find, status } from "./form.js";
import { file, name } from "./manuscript.js";

const MOST_IN_ADDRESS = 8000; // GitHub's server takes no address longer than 8,191 bytes (github/docs issue 5136)

/** @param {Values} values */
export function ways(values) {
  const made = file(values, data);
  const called = name(values, data);
  const own = values.kind === "illustrative";
  find("get").hidden = false;
  find("file").textContent = made;
  find("name").textContent = called;
  for (const box of all("way")) box.hidden = (box.dataset.way === "public") !== own;
  const link = /** @type {HTMLAnchorElement} */ (find("github"));
  if (!link) return;
  link.hidden = !own;
  /** @param {Record<string, string>} fields */
  const address = (fields) => `${link.dataset.github}?${new URLSearchParams(fields)}`;
  const whole = address({ filename: `stories/${called}`, value: made });
  const fits = whole.length <= MOST_IN_ADDRESS;
  link.href = fits ? whole : address({ filename: `stories/${called}` });
  find("filled").hidden = !fits;
  find("empty").hidden = fits;
}

/** Lets the file be taken; then `taken` is told. @param {() => void} taken */
export function takes(taken) {
  find("download").addEventListener("click", () => {
    const link = make("a");
    const address = URL.createObjectURL(new Blob([file(story(), data)], { type: "text/markdown;charset=utf-8" }));
    Object.assign(link, { href: address, download: name(story(), data) }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    taken();
    status(`${link.download} is in your downloads.`);
  });
  find("copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(file(story(), data));
      taken();
      status("The text is copied.");
    } catch {
      find("file").closest("details").open = true;
      getSelection().selectAllChildren(find("file"));
      status("Your browser doesn’t let this page copy. The text is chosen below: copy it from there.");
    }
  });
}
