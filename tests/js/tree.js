// A small tree of nodes from HTML, as much as a test of what is pasted needs: Node has no page.

const VOID = new Set(["br", "hr", "img", "meta"]);

const text = (value) => ({
  nodeType: 3,
  nodeName: "#text",
  nodeValue: value
    .replace(/&nbsp;/g, "\u00a0")
    .replace(/&lt;/g, "<")
    .replace(/&amp;/g, "&"),
  get textContent() {
    return this.nodeValue;
  },
});

function element(name, attributes) {
  const own = {
    nodeType: 1,
    nodeName: name.toUpperCase(),
    childNodes: [],
    getAttribute: (wanted) => attributes[wanted] ?? null,
    remove() {
      own.parent.childNodes.splice(own.parent.childNodes.indexOf(own), 1);
    },
    get textContent() {
      return own.childNodes.map((child) => child.textContent ?? "").join("");
    },
  };
  return own;
}

/** The body of a page with this HTML. Its tags must be closed, and its attributes stand in quotes. */
export function tree(html) {
  const open = [element("body", {})];
  for (const [, comment, closing, name, attributes, words] of html.matchAll(
    /(<!.*?>)|<(\/?)([\w:]+)((?:\s+[\w-]+=(?:"[^"]*"|'[^']*'))*)\s*\/?>|([^<]+)/gs,
  )) {
    if (comment) open.at(-1).childNodes.push({ nodeType: 8, nodeName: "#comment", childNodes: [] });
    else if (words) open.at(-1).childNodes.push(text(words));
    else if (closing) open.pop();
    else {
      const given = [...attributes.matchAll(/([\w-]+)=(?:"([^"]*)"|'([^']*)')/g)].map((one) => [one[1], one[2] ?? one[3]]);
      const made = element(name, Object.fromEntries(given));
      made.parent = open.at(-1);
      open.at(-1).childNodes.push(made);
      if (!VOID.has(name.toLowerCase())) open.push(made);
    }
  }
  return open[0];
}
