// The story's file, to be taken along: shown, downloaded, copied, or carried to GitHub's page for a new file.

import { make } from "../make.js";
import { story } from "./fields.js";
import { all, data, find, status } from "./form.js";
import { file, name } from "./manuscript.js";
import { taken as pictureOf } from "./picture-files.js";
import { zip } from "./zip.js";

const MOST_IN_ADDRESS = 8000; // GitHub's server takes no address longer than 8,191 bytes (github/docs issue 5136)

/**
 * What is taken along, and its name: the file alone, or with pictures all in one ZIP, in the folders where the project has them.
 * @param {Values} values
 */
function parcel(values) {
  const called = name(values, data);
  const made = file(values, data);
  /** @type {Picture[]} */
  const pictures = values.pictures ?? [];
  if (!pictures.length) return { called, parts: [made], type: "text/markdown;charset=utf-8" };
  const folder = `stories/${called.replace("index.md", "")}`;
  const there = pictures.filter((picture) => picture.there);
  const files = [
    { name: `${folder}index.md`, bytes: new TextEncoder().encode(made) },
    ...there.map((picture) => ({ name: folder + picture.file, bytes: pictureOf(picture.file).bytes })),
  ];
  const parts = /** @type {BlobPart[]} */ (zip(files, new Date()));
  return { called: called.replace("/index.md", ".zip"), parts, type: "application/zip" };
}

/** @param {Values} values */
export function ways(values) {
  const made = file(values, data);
  const called = name(values, data);
  const own = values.kind === "illustrative";
  find("get").hidden = false;
  find("file").textContent = made;
  const packed = values.pictures?.length > 0;
  find("name").textContent = packed ? called.replace("/index.md", ".zip") : called;
  find("packed").hidden = !packed;
  find("unpacked").hidden = packed;
  for (const box of all("way")) box.hidden = (box.dataset.way === "public") !== own;
  const link = /** @type {HTMLAnchorElement} */ (find("github"));
  if (!link) return;
  link.hidden = !own || packed; // that page takes one file
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
    const { called, parts, type } = parcel(story());
    const address = URL.createObjectURL(new Blob(parts, { type }));
    Object.assign(link, { href: address, download: called }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    taken();
    status(`${link.download} is in your downloads.`);
  });
  find("copy").addEventListener("click", async () => {
    try {
      const values = story();
      await navigator.clipboard.writeText(file(values, data));
      if (values.pictures?.length) return status("The text is copied. Its pictures are in the download alone.");
      taken();
      return status("The text is copied.");
    } catch {
      find("file").closest("details").open = true;
      getSelection().selectAllChildren(find("file"));
      return status("Your browser doesn’t let this page copy. The text is chosen below: copy it from there.");
    }
  });
}
