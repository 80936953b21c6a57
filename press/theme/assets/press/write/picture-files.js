// Turns a file that was chosen into a picture that the story can take along: without what it tells beside itself, upright, and no
// larger than a page needs. The files stay in this window alone, by the names that they have in the story.

import { read, upright } from "./picture-bytes.js";
import * as drawing from "./picture-canvas.js";

const EDGE = 2000; // pixels: the site shows at most 1,600 (press/manuscript/images.py)
const BYTES = 4_000_000;
const SMALL = 640; // pixels of what is shown in the form
const MOST = 100_000_000; // bytes that a browser can still hold a few times

/** What is told where a file can't be taken. */
export class Refused extends Error {}

/** @typedef {{ bytes: Uint8Array; canvas: HTMLCanvasElement; ending: "jpg" | "png" | "webp"; about: string; mark?: string }} Taken */
/** @type {Map<string, Taken>} */
const files = new Map();

let count = 0;
/** Keeps a picture; gives the mark by which its card knows it, since another draft may have one of that name. @param {string} name @param {Taken} taken */
export function keep(name, taken) {
  count += 1;
  const mark = `${Date.now().toString(36)}-${count}`;
  files.set(name, { ...taken, mark });
  return mark;
}
/** @param {string} name */
export const forget = (name) => files.delete(name);
/** @param {string} name */
export const taken = (name) => files.get(name);

/** The picture of that name, drawn anew; null where its file was not chosen. @param {string} name */
export function drawn(name) {
  const small = files.get(name)?.canvas;
  if (!small) return null;
  const copy = /** @type {HTMLCanvasElement} */ (small.cloneNode());
  copy.getContext("2d").drawImage(small, 0, 0);
  return copy;
}

const NOT_READ = {
  HEIC:
    "This browser can’t read the photograph: it is in a phone’s own format (HEIC). Save or share it as JPEG, and choose that " +
    "file. On an iPhone, “Most Compatible” under Settings, Camera, Formats makes JPEGs of new photographs.",
  damaged: "This picture’s file is damaged, or was cut short. Save or download it again, and choose that file.",
  other: "This file can’t be read as a picture. Save it as JPEG or PNG, and choose that file.",
};

/** @param {number} width @param {number} height @param {number} bytes */
function size(width, height, bytes) {
  const weight = bytes < 95_000 ? `${Math.ceil(bytes / 1000)}\u00a0kB` : `${(bytes / 1_000_000).toFixed(1)}\u00a0MB`;
  return `${width.toLocaleString("en-US")}\u00a0×\u00a0${height.toLocaleString("en-US")} pixels, ${weight}`;
}

/**
 * Drawn anew as JPEG; as PNG where one may see through it, or where it was one before, unless that is too large.
 * @param {HTMLCanvasElement} canvas
 * @param {boolean} asPng
 * @returns {Promise<Pick<Taken, "bytes" | "ending">>}
 */
async function redrawn(canvas, asPng) {
  if (!drawing.isTrue())
    throw new Refused(
      "This browser keeps pages from drawing, so the picture can’t be made smaller here. Save it as JPEG with at most " +
        `${EDGE.toLocaleString("en-US")} pixels across, and choose that file.`,
    );
  const png = asPng ? await drawing.fileOf(canvas, "PNG") : null;
  if (png && png.length <= BYTES) return { bytes: read(png).bare.bytes, ending: "png" };
  return { bytes: read(await drawing.fileOf(canvas, "JPEG")).bare.bytes, ending: "jpg" };
}

/**
 * A picture to take along. Throws Refused, with what is wrong and how to mend it.
 * @param {File} file
 * @param {Rules} data
 * @returns {Promise<Taken>}
 */
export async function prepared(file, { pictures }) {
  if (file.size > MOST) throw new Refused(NOT_READ.other);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { kind, bare } = read(bytes);
  if (!bare && kind in { JPEG: 1, PNG: 1, WebP: 1 }) throw new Refused(NOT_READ.damaged);
  const [most, pixels] = [pictures.mostPixels, bare ? bare.width * bare.height : 0];
  if (pixels > most)
    throw new Refused(`This picture has more than ${most / 1_000_000} million pixels. Save it smaller, and choose that file.`);
  const seen = await drawing.decoded(/** @type {BlobPart} */ (bare?.bytes ?? bytes));
  if (!seen) throw new Refused(bare ? NOT_READ.damaged : kind === "HEIC" ? NOT_READ.HEIC : NOT_READ.other);
  const turned = bare?.turned ?? 1;
  const canvas = drawing.upright(seen, turned, SMALL);
  const [width, height] = turned > 4 ? [seen.height, seen.width] : [seen.width, seen.height];
  const isFit = bare && Math.max(width, height) <= EDGE && bare.bytes.length <= BYTES && !bare.moves;
  if (isFit && (kind !== "WebP" || turned === 1)) {
    const ending = /** @type {const} */ ({ JPEG: "jpg", PNG: "png", WebP: "webp" })[bare.kind];
    const kept = upright(bare);
    return { bytes: kept, canvas, ending, about: `${size(width, height, kept.length)}.` };
  }
  const large = drawing.upright(seen, turned, EDGE);
  const made = await redrawn(large, bare?.kind === "PNG" || bare?.clear || file.type === "image/gif");
  const was = size(width, height, bytes.length);
  const is = size(large.width, large.height, made.bytes.length);
  const how = large.width < width ? "Made smaller for the story" : "Saved anew for the story";
  return { ...made, canvas, about: `${how}: ${is}. Your own file has ${was}, and stays as it is.` };
}
