// Shows the story as it will look, made of text alone: nothing that was typed is taken for HTML.

import { blocks, pieces } from "./manuscript.js";

function part(tag, text, kind = "") {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  made.append(text);
  return made;
}

const list = (values) => values.join(", ");

function byline(values) {
  if (values.attribution === "anonymous") return "The writer’s name is left out";
  const shown = values.author ?? "";
  const school = values.school ? `, ${values.school}` : "";
  return shown && shown + (values.attribution === "pseudonym" ? " (not the writer’s own name)" : "") + school;
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
  const { bands, labels } = data;
  const role = values.role ? values.role[0].toUpperCase() + values.role.slice(1) : "";
  const facts = [values.state, bands[values.grades], role].filter(Boolean).join(" · ");
  const notes = values.content_notes ?? [];
  const head = [
    facts && part("p", facts, "tn-eyebrow"),
    part("h3", values.title || "(no title yet)"),
    values.summary && part("p", values.summary, "tn-lead"),
    byline(values) && part("p", byline(values), "tn-byline"),
    labels[values.kind] && part("p", labels[values.kind], "tn-note tn-label"),
    notes.length > 0 && part("p", `Content note: this story touches on ${list(notes)}.`, "tn-note"),
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
