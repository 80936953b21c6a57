// Changes a part of a text field so that the browser's own undo takes it back.

/**
 * Puts `text` where the signs `from` to `to` stand, and chooses those from `start` to `end` of what stands there then.
 * @param {HTMLTextAreaElement} area
 * @param {Edit} edit
 */
export function change(area, { from, to, text, start, end }) {
  area.focus();
  area.setSelectionRange(from, to);
  // Nothing newer than this old command tells a browser's undo what a script has changed.
  const done = text ? document.execCommand("insertText", false, text) : from === to || document.execCommand("delete");
  if (!done) {
    area.setRangeText(text, from, to, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  area.setSelectionRange(start, end);
}
