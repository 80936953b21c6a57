// Says which fields are asked for: what belongs to another kind of story, or to another answer, is neither shown nor in the file.

import { holds } from "./rules.js";

/**
 * Whether something is for the kind of story that was chosen; `kinds` as the page has them, in one line.
 * @param {string | undefined} kinds
 * @param {Values} values
 */
export const isFor = (kinds, values) => kinds === undefined || kinds.split(" ").includes(values.kind);

/**
 * Whether a field is asked for: an illustrative story has no teller, an anonymous teller no name, an unnamed one no school; and
 * what a rule wants to have only now and then, such as the reason of a long consent, where its other conditions hold.
 * @param {string} field
 * @param {string | undefined} kinds
 * @param {Values} values
 * @param {Rules} data
 */
export function isAsked(field, kinds, values, data) {
  if (!isFor(kinds, values)) return false;
  if (["school", "profile"].includes(field)) return values.attribution === "named";
  if (!["author", "consent.reason"].includes(field)) return true;
  const rule = data.rules.find(({ when }) => when.some(([name, verb]) => name === field && verb === "is missing"));
  const others = rule.when.filter(([name]) => name !== field);
  return others.every((condition) => holds(condition, values, data, ""));
}
