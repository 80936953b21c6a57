// Shows the story as it will look, made of text alone: nothing that was typed is taken for HTML.

import { blocks, pieces } from "./manuscript.js";

function part(tag, text, kind = "") {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  made.append(text);
  return made;
}

const list = (values) => values.join(", ");

/** Who tells the story, as the site says it: by the same table (press/library/wording.py). */
function byline(values, { teller }) {
  const parts = (teller[values.attribution] ?? []).filter((part) => !/{(\w+)}/.test(part) || values[/{(\w+)}/.exec(part)[1]]);
  return list(parts.map((part) => part.replace(/{(\w+)}/, (_, field) => values[field])));
}

function words(text, data) {
  return pieces(text, data).map((piece) => {
    if (!piece.href) return piece.text;
    const link = part("a", piece.text);
    link.href = piece.href.startsWith("https:") ? piece.href : `../../glossary/#${piece.href.split("#")[1]}`;
    return link;
  });
}

/** Puts the story into `box`. */
export function show(box, values, data) {
  const { bands, labels, noteFirst } = data;
  const role = values.role ? values.role[0].toUpperCase() + values.role.slice(1) : "";
  const facts = [role, bands[values.grades], values.state].filter(Boolean).join(" · ");
  const notes = values.content_notes ?? [];
  const head = [
    facts && part("p", facts, "tn-eyebrow"),
    part("h3", values.title || "(no title yet)"),
    values.summary && part("p", values.summary, "tn-lead"),
    byline(values, data) && part("p", byline(values, data), "tn-byline"),
    labels[values.kind] && part("p", labels[values.kind], "tn-note tn-label"),
    notes.length > 0 && part("p", `${noteFirst[0]} ${noteFirst[1].replace("{notes}", () => list(notes))}`, "tn-note"),
  ];
  const main = [];
  for (const block of blocks(values.text ?? "", data)) {
    if (block.kind === "break") main.push(document.createElement("hr"));
    else if (block.kind === "mark") main.push(part("p", block.text === data.text.marks[0] ? "Excerpt begins" : "Excerpt ends", "write__mark"));
    else {
      const made = document.createElement({ heading: "h4", item: "li" }[block.kind] ?? "p");
      made.append(...words(block.text, data));
      if (block.kind !== "item") main.push(made);
      else if (main.at(-1)?.tagName === "UL") main.at(-1).append(made);
      else main.push(document.createElement("ul")), main.at(-1).append(made);
    }
  }
  box.replaceChildren(...head.filter(Boolean), ...main);
  box.hidden = false;
}
