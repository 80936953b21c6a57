// Looks over the pictures of a story, as the checks do (press/checks: images, consent) and as the model asks for their fields.

import { blocks } from "./manuscript.js";

/** @param {string} words */
const bare = (words) =>
  words
    .replace(/[\s_-]+/g, " ")
    .trim()
    .toLowerCase();

/** Whether the words beside a picture say nothing of it. @param {string} words @param {string} file @param {Rules} data */
function isEmptyOfSense(words, file, { pictures }) {
  const [source, flags] = pictures.unspoken;
  const told = bare(words);
  return new RegExp(`^(?:${source})$`, flags).test(told) || [file, file.replace(/\.\w+$/, "")].map(bare).includes(told);
}

/**
 * What is wrong with the fields of one picture.
 * @param {Picture} picture
 * @param {number} number
 * @param {Values} values
 * @param {Rules} data
 */
function* fields({ people, people_consent: agreed, credit, there }, number, values, data) {
  const { faults, gone, people: unasked, seen, credited } = data.pictures;
  const about = data.schema.$defs.Picture.properties;
  const shown = values.kind === "illustrative" ? "" : values.attribution;
  const size = [...(credit ?? "")].length;
  /** @param {Words} words */
  const said = ([what, mend]) => ({
    rule: "front-matter",
    what: what.replace("{number}", String(number)).replace("{size}", String(size)),
    mend,
  });
  if (!people) yield { ...said(faults.people.missing), kind: "missing" };
  if (agreed && !new RegExp(about.people_consent.pattern, "u").test(agreed)) yield said(faults.people_consent.pattern);
  if (size > about.credit.maxLength) yield said(faults.credit.long);
  if (!there) yield { rule: "pictures", what: gone[0], mend: gone[1] };
  if (people === "yes" && !agreed) yield { rule: "people", what: unasked[0], mend: unasked[1] };
  if (people === "yes" && shown === "anonymous") yield { rule: "attribution", what: seen[0], mend: seen[1] };
  if (credit && ["anonymous", "pseudonym", "first-name"].includes(shown))
    yield { rule: "attribution", what: credited[0], mend: credited[1], level: "review" };
}

/**
 * What is wrong with the pictures of a story, each with the number of its picture or the line that shows it.
 * @param {Values} values
 * @param {Rules} data
 * @returns {Generator<Found>}
 */
export function* pictured(values, data) {
  /** @type {Picture[]} */
  const pictures = values.pictures ?? [];
  const files = pictures.map(({ file }) => file);
  const { noWords, noSense, gone } = data.pictures;
  for (const { kind, text, file, line } of blocks(values.text ?? "", data)) {
    if (kind !== "picture") continue;
    const number = files.indexOf(file) + 1;
    const place = number ? { at: "pictures", picture: number } : { at: "text", line };
    const said = text ? isEmptyOfSense(text, file, data) && noSense : noWords;
    if (said) yield { ...place, rule: "alt-text", what: said[0], mend: said[1] };
    if (!number) yield { ...place, rule: "pictures", what: gone[0], mend: gone[1] };
  }
  for (const [place, picture] of pictures.entries())
    for (const one of fields(picture, place + 1, values, data)) yield { at: "pictures", picture: place + 1, ...one };
}

/**
 * The text of a story with its pictures' words where they stand, and those pictures at its end that stand nowhere yet.
 * @param {string} text
 * @param {Picture[]} pictures
 */
export function placed(text, pictures) {
  /** @param {Picture} picture */
  const shown = ({ words = "", file }) =>
    `![${words.replace(/\s+/g, " ").replaceAll("[", "(").replaceAll("]", ")").trim()}](${file})`;
  const missing = new Set(pictures);
  const lines = text.split("\n").map((line) => {
    const found = /^!\[([^[\]]*)\]\(([^()\s]+)\)$/.exec(line.trim());
    const picture = found && pictures.find(({ file }) => file === found[2]);
    missing.delete(picture);
    return picture ? shown(picture.words ? picture : { ...picture, words: found[1] }) : line;
  });
  return [...lines, ...[...missing].map(shown)].join("\n");
}
