// Makes elements. Words go in as text and are never taken for HTML.

/**
 * An element of class `name`, where it has one, with its children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [name]
 * @param {...(Node | string)} children
 */
export function make(tag, name, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...children);
  return element;
}

/**
 * A button that says `words`, and does what `act` does when it is pressed.
 * @param {string | Node} words
 * @param {(event: MouseEvent) => void} act
 */
export function button(words, act, name = "tool") {
  const element = make("button", name, words);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

/** A link that says `words` and leads to `href`. @param {string | Node} words @param {string} href */
export function link(words, href) {
  const element = make("a", "", words);
  element.href = href;
  return element;
}

/** The element around what an event happened to. @param {Event} event @param {string} selector */
export const within = (event, selector) => /** @type {Element} */ (event.target).closest(selector);
