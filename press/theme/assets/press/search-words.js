// Which of the words asked for are worth looking for.
// The rest stand on nearly every page: they find nothing, and with many stories theirs are the index's largest files.
const SMALL = new Set(
  `a about also am an and any are as at be been but by can could did do does for from had has have how i if in into is it
  its may me my of on or our should so than that the their them then there these they this those to was we were what when
  where which who why will with would you your`.split(/\s+/),
);

/** @param {string} text */
export function telling(text) {
  if (text.includes('"')) return text; // an exact phrase needs each of its words
  const words = text.split(/\s+/).filter((word) => !SMALL.has(word.toLowerCase().replace(/[^\p{L}]/gu, "")));
  return words.join(" ");
}
