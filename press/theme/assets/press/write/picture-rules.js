// Looks over the pictures of a story, as the checks do (press/checks: images, consent) and as the model asks for their fields.

import { blocks, line } from "./manuscript.js";

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
  if (!people) yield { ...said(faults.people.missing), part: "people", kind: "missing" };
  if (agreed && !new RegExp(about.people_consent.pattern, "u").test(agreed))
    yield { ...said(faults.people_consent.pattern), part: "people_consent" };
  if (size > about.credit.maxLength) yield { ...said(faults.credit.long), part: "credit" };
  if (!there) yield { rule: "pictures", what: gone[0], mend: gone[1], part: "words" };
  if (people === "yes" && !agreed) yield { rule: "people", what: unasked[0], mend: unasked[1], part: "people_consent" };
  if (people === "yes" && shown === "anonymous") yield { rule: "attribution", what: seen[0], mend: seen[1], part: "people" };
  if (credit && ["anonymous", "pseudonym", "first-name"].includes(shown))
    yield { rule: "attribution", what: credited[0], mend: credited[1], part: "credit", level: "review" };
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
    const place = number ? { at: "pictures", picture: number, part: "words" } : { at: "text", line };
    const said = text ? isEmptyOfSense(text, file, data) && noSense : noWords;
    if (said) yield { ...place, rule: "alt-text", what: said[0], mend: said[1] };
    if (!number) yield { ...place, rule: "pictures", what: gone[0], mend: gone[1] };
  }
  for (const [place, picture] of pictures.entries())
    for (const one of fields(picture, place + 1, values, data)) yield { at: "pictures", picture: place + 1, ...one };
}

// What the form says instead of how a file is mended: here are fields to fill in.
/** @type {Record<string, Record<string, string>>} */
const IN_FORM = {
  "alt-text": { words: "Say what it shows, such as: Chairs in a circle." },
  pictures: { words: "Choose its file again, or take the picture out." },
  people: { people_consent: "Fill in the number the editors gave, or use a picture without people." },
  "front-matter": {
    people: "Choose whether people can be seen or known in it.",
    people_consent: "Write the number the editors gave, such as C-0043; never a name.",
    credit: "Shorten what stands under “Who made it”.",
  },
  attribution: { credit: "Leave it so if it is somebody else, or names nobody; if not, empty “Who made it”." },
};
/** @type {Record<string, string>} */
const WRONG = { people: "Still empty.", people_consent: "The number of their consent is not written as it should be." };

/** A problem in the words of the form, if it is one of a picture. @param {Found} one @returns {Found} */
export function inForm({ kind, ...one }) {
  if (!one.picture) return kind ? { ...one, kind } : one;
  const what = one.rule === "front-matter" ? (WRONG[one.part] ?? "This is too long.") : one.what;
  return { ...one, what: `Picture ${one.picture}. ${what}`, mend: IN_FORM[one.rule]?.[one.part] ?? one.mend };
}

/**
 * The values of a story with its pictures, their words without odd signs, and where they are shown.
 * @param {Values} values
 * @param {Rules} data
 */
export function withPictures(values, data) {
  const pictures = (values.pictures ?? []).map((/** @type {Picture} */ one) => ({
    ...one,
    words: line(one.words ?? "", data),
    people_consent: line(one.people_consent ?? "", data),
    credit: line(one.credit ?? "", data),
  }));
  return pictures.length ? { ...values, pictures, text: placed(values.text ?? "", pictures) } : values;
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
  const lines = text.split("\n").map((given) => {
    const found = /^!\[([^[\]]*)\]\(([^()\s]+)\)$/.exec(given.trim());
    const picture = found && pictures.find(({ file }) => file === found[2]);
    missing.delete(picture);
    return picture ? shown(picture.words ? picture : { ...picture, words: found[1] }) : given;
  });
  return [...lines, ...[...missing].map(shown)].join("\n");
}
