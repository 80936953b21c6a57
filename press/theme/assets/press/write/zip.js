// Packs files into a ZIP, each as it is (PKWARE's APPNOTE 6.3.10, method 0): pictures are compressed already, and a text is small.
// A library that also compresses would weigh twenty times as much.

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});
const UTF8 = 0x0800; // the flag that says how names are written
const VERSION = 20; // the first that knows folders

/** The check sum that ZIP and PNG have: CRC-32 (ISO 3309). @param {Uint8Array} bytes */
export function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/** Numbers as bytes, the lowest first: each with how many it takes. @param {...[value: number, size: number]} numbers */
const packed = (...numbers) =>
  Uint8Array.from(numbers.flatMap(([value, size]) => Array.from({ length: size }, (_, place) => (value >>> (8 * place)) & 255)));

/** A day as DOS wrote it, without its hour. @param {Date} day */
const dosDay = (day) => ((day.getFullYear() - 1980) << 9) | ((day.getMonth() + 1) << 5) | day.getDate();

/**
 * The ZIP of some files: their names, with folders before a `/`, and what is in them.
 * @param {{ name: string; bytes: Uint8Array }[]} files
 * @param {Date} day
 * @returns {Uint8Array[]} its parts, one behind the other
 */
export function zip(files, day) {
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  /** @param {Uint8Array[]} list */
  const sizeOf = (list) => list.reduce((sum, part) => sum + part.length, 0);
  for (const { name, bytes } of files) {
    const called = new TextEncoder().encode(name);
    /** @type {[number, number][]} */
    const about = [
      [VERSION, 2],
      [UTF8, 2],
      [0, 2],
      [0, 2],
      [dosDay(day), 2],
      [crc32(bytes), 4],
      [bytes.length, 4],
      [bytes.length, 4],
      [called.length, 2],
      [0, 2],
    ];
    const start = sizeOf(parts);
    parts.push(packed([0x04034b50, 4], ...about), called, bytes);
    directory.push(packed([0x02014b50, 4], [VERSION, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [start, 4]), called);
  }
  const [start, size, count] = [sizeOf(parts), sizeOf(directory), files.length];
  const end = packed([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [start, 4], [0, 2]);
  return [...parts, ...directory, end];
}
