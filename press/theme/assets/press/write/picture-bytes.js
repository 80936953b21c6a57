// Takes out of a picture's file all that is no picture: where and when it was taken, with what and by whom, remarks, small
// pictures of it, other views. Not a pixel is changed. What is kept says how the picture is shown: its colors, and which side is up.

import { crc32 } from "./zip.js";

/**
 * A picture's file, as wide and high as its pixels are stored; `turned` says which side is up, `clear` that one may see through.
 * @typedef {object} Bare
 * @property {"JPEG" | "PNG" | "WebP"} kind
 * @property {Uint8Array} bytes
 * @property {number} width
 * @property {number} height
 * @property {number} turned
 * @property {boolean} clear
 * @property {boolean} moves
 */

const ASCII = new TextDecoder("latin1");
/** @param {Uint8Array} bytes @param {number} from @param {number} to */
const letters = (bytes, from, to) => ASCII.decode(bytes.subarray(from, to));
/** @param {Uint8Array} bytes */
const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** @param {Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Which side of a picture is up, from 1 to 8, as its Exif block says (Exif 3.0, 4.6.5: tag 0x0112); 1 where it doesn't.
 * @param {Uint8Array} tiff
 */
export function turn(tiff) {
  const view = viewOf(tiff);
  const little = letters(tiff, 0, 2) === "II";
  if (tiff.length < 14 || (!little && letters(tiff, 0, 2) !== "MM")) return 1;
  const start = view.getUint32(4, little);
  if (start + 2 > tiff.length) return 1;
  const count = view.getUint16(start, little);
  for (let at = start + 2; at + 12 <= Math.min(tiff.length, start + 2 + 12 * count); at += 12) {
    const value = view.getUint16(at + 8, little);
    if (view.getUint16(at, little) === 0x0112) return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** @param {Uint8Array} bytes @returns {Bare} */
function jpeg(bytes) {
  const view = viewOf(bytes);
  /** @type {Uint8Array[]} */
  const kept = [];
  let [at, turned, width, height, scans] = [2, 1, 0, 0, 0];
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1; // filling between the parts
    if (bytes[at] !== 0xff || at + 4 > bytes.length) break;
    const marker = bytes[at + 1];
    if (marker === 0xd9) break;
    const end = at + 2 + view.getUint16(at + 2);
    const body = at + 4;
    if (end > bytes.length) throw new RangeError("cut short");
    if (marker === 0xe1 && letters(bytes, body, body + 6) === "Exif\0\0") turned = turn(bytes.subarray(body + 6, end));
    // A frame's head: all of C0 to CF but the tables C4, C8 and CC (ISO/IEC 10918-1, table B.1).
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      height = view.getUint16(body + 1);
      width = view.getUint16(body + 3);
    }
    const isAbout = marker >= 0xe0 && marker <= 0xef;
    const isColor =
      (marker === 0xe2 && letters(bytes, body, body + 12) === "ICC_PROFILE\0") ||
      (marker === 0xee && letters(bytes, body, body + 5) === "Adobe");
    if (isAbout ? isColor : marker !== 0xfe) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker !== 0xda) continue;
    const start = at; // a scan goes on up to the next marker that is neither a zero nor a restart
    while (at < bytes.length && !(bytes[at] === 0xff && bytes[at + 1] !== 0 && (bytes[at + 1] & 0xf8) !== 0xd0)) at += 1;
    kept.push(bytes.subarray(start, at));
    scans += 1;
  }
  if (!scans || !width || bytes[at + 1] !== 0xd9) throw new RangeError("cut short");
  const whole = joined([bytes.subarray(0, 2), ...kept, Uint8Array.of(0xff, 0xd9)]);
  return { kind: "JPEG", bytes: whole, width, height, turned, clear: false, moves: false };
}

// What a PNG shows by: its pixels, and how their colors are meant (PNG 3rd edition, 11).
const SHOWN = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "cICP", "gAMA", "iCCP", "sBIT", "sRGB", "mDCV", "cLLI"]);

/** @param {Uint8Array} bytes @returns {Bare} */
function png(bytes) {
  const view = viewOf(bytes);
  /** @type {Uint8Array[]} */
  const kept = [bytes.subarray(0, 8)];
  let [at, turned, last] = [8, 1, ""];
  const seen = new Set();
  while (last !== "IEND") {
    if (at + 12 > bytes.length) throw new RangeError("cut short");
    const end = at + 12 + view.getUint32(at);
    last = letters(bytes, at + 4, at + 8);
    if (end > bytes.length) throw new RangeError("cut short");
    if (last === "eXIf") turned = turn(bytes.subarray(at + 8, end - 4));
    if (SHOWN.has(last)) kept.push(bytes.subarray(at, end));
    seen.add(last);
    at = end;
  }
  if (!seen.has("IHDR") || !seen.has("IDAT")) throw new RangeError("no picture");
  const clear = [4, 6].includes(bytes[25]) || seen.has("tRNS");
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return { kind: "PNG", bytes: joined(kept), width, height, turned, clear, moves: seen.has("acTL") };
}

/** @param {Uint8Array} bytes @returns {Bare} */
function webp(bytes) {
  const view = viewOf(bytes);
  /** @type {Uint8Array[]} */
  const kept = [];
  let [turned, width, height, clear, moves] = [1, 0, 0, false, false];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = letters(bytes, at, at + 4);
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    const end = body + size + (size & 1);
    if (body + size > bytes.length) throw new RangeError("cut short");
    const part = bytes.slice(at, end);
    if (name === "VP8 ") [width, height] = [view.getUint16(body + 6, true) & 0x3fff, view.getUint16(body + 8, true) & 0x3fff];
    if (name === "VP8L") {
      const bits = view.getUint32(body + 1, true);
      [width, height, clear] = [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1, Boolean((bits >>> 28) & 1)];
    }
    if (name === "ALPH") clear = true;
    if (name === "ANIM") moves = true;
    if (name === "EXIF") {
      const start = letters(bytes, body, body + 6) === "Exif\0\0" ? body + 6 : body; // some programs write it as in a JPEG
      turned = turn(bytes.subarray(start, body + size));
    }
    if (["VP8 ", "VP8L", "VP8X", "ALPH", "ICCP", "ANIM", "ANMF"].includes(name)) kept.push(part);
    at = end;
  }
  const extended = kept.find((part) => letters(part, 0, 4) === "VP8X");
  if (extended) extended[8] &= ~0x0c; // it says that neither Exif nor XMP follows
  if (extended && moves) {
    const about = viewOf(extended);
    [width, height] = [1 + (about.getUint32(12, true) & 0xffffff), 1 + (about.getUint32(14, true) >>> 8)];
  }
  if (!width) throw new RangeError("no picture");
  const rest = joined(kept);
  const head = bytes.slice(0, 12);
  viewOf(head).setUint32(4, rest.length + 4, true);
  return { kind: "WebP", bytes: joined([head, rest]), width, height, turned, clear, moves };
}

/** @param {Uint8Array} bytes */
function kindOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return "JPEG";
  if (bytes[0] === 0x89 && letters(bytes, 1, 8) === "PNG\r\n\x1a\n") return "PNG";
  if (letters(bytes, 0, 4) === "RIFF" && letters(bytes, 8, 12) === "WEBP") return "WebP";
  // A phone's own kind of photograph (ISO/IEC 23008-12).
  return /^ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)$/.test(letters(bytes, 4, 12)) ? "HEIC" : "other";
}

const READERS = { JPEG: jpeg, PNG: png, WebP: webp };

/**
 * What kind of file this is; and of a JPEG, PNG or WebP the picture alone, upright or not. Without that, its file is damaged.
 * @param {Uint8Array} bytes
 * @returns {{ kind: "JPEG" | "PNG" | "WebP" | "HEIC" | "other"; bare?: Bare }}
 */
export function read(bytes) {
  const kind = kindOf(bytes);
  if (kind === "HEIC" || kind === "other") return { kind };
  try {
    return { kind, bare: READERS[kind](bytes) };
  } catch (fault) {
    if (fault instanceof RangeError) return { kind };
    throw fault;
  }
}

/**
 * The file of a JPEG or PNG that says which of its sides is up, and nothing else.
 * @param {Bare} picture
 */
export function upright({ kind, bytes, turned }) {
  if (turned === 1) return bytes;
  const tiff = [77, 77, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0];
  if (kind === "JPEG") {
    const part = Uint8Array.of(0xff, 0xe1, 0, 8 + tiff.length, 69, 120, 105, 102, 0, 0, ...tiff);
    return joined([bytes.subarray(0, 2), part, bytes.subarray(2)]);
  }
  const chunk = Uint8Array.of(0, 0, 0, tiff.length, 101, 88, 73, 102, ...tiff, 0, 0, 0, 0);
  viewOf(chunk).setUint32(8 + tiff.length, crc32(chunk.subarray(4, 8 + tiff.length)));
  const afterHead = 33; // the signature's 8 bytes, and the 25 of IHDR
  return joined([bytes.subarray(0, afterHead), chunk, bytes.subarray(afterHead)]);
}
