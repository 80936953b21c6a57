// Of a picture's file nothing is kept but the picture. The files here are the shells of pictures, made by hand: test data.

import assert from "node:assert/strict";
import { test } from "node:test";
import { read, upright } from "../../press/theme/assets/press/write/picture-bytes.js";
import { crc32 } from "../../press/theme/assets/press/write/zip.js";

const latin = (text) => Buffer.from(text, "latin1");
const has = (bytes, text) => Buffer.from(bytes).includes(latin(text));

/** An Exif block with a remark, and which side is up. */
function exif(turned, little = false) {
  const block = Buffer.alloc(38 + 12);
  block.write(little ? "II" : "MM", "latin1");
  const put = (value, at, size) => (little ? block.writeUIntLE(value, at, size) : block.writeUIntBE(value, at, size));
  put(42, 2, 2);
  put(8, 4, 4);
  put(2, 8, 2);
  for (const [place, tag, type, value] of [
    [10, 0x0110, 2, 0],
    [22, 0x0112, 3, turned],
  ]) {
    put(tag, place, 2);
    put(type, place + 2, 2);
    put(1, place + 4, 4);
    put(value, place + 8, 2);
  }
  block.write("Test camera", 38, "latin1");
  return block;
}

const segment = (marker, body) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
const SCAN = Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, 0, 4]);
const FRAME = segment(0xc2, Buffer.from([8, 0, 30, 0, 40, 1, 1, 0x11, 0]));
const jpeg = (...more) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...more,
    FRAME,
    segment(0xda, latin("s")),
    SCAN,
    segment(0xc4, latin("t")),
    segment(0xda, latin("u")),
    SCAN,
    Buffer.from([0xff, 0xd9]),
  ]);

test("a JPEG keeps its frames, scans and colors, and nothing behind its end", () => {
  const color = segment(0xe2, latin("ICC_PROFILE\0\x01\x01Test profile"));
  const given = Buffer.concat([
    jpeg(
      segment(0xe0, latin("JFIF\0Test")),
      segment(0xe1, Buffer.concat([latin("Exif\0\0"), exif(6)])),
      segment(0xe1, latin("http://ns.adobe.com/xap/1.0/\0Test place")),
      color,
      Buffer.from([0xff]),
      segment(0xe2, latin("MPF\0Test view")),
      segment(0xed, latin("Photoshop 3.0\0Test owner")),
      segment(0xee, latin("Adobe\0d")),
      segment(0xfe, latin("Test remark")),
    ),
    latin("Test film behind the picture"),
  ]);
  const { kind, bare } = read(given);
  assert.equal(kind, "JPEG");
  assert.deepEqual([bare.width, bare.height, bare.turned], [40, 30, 6]);
  assert.deepEqual(Buffer.from(bare.bytes), jpeg(color, segment(0xee, latin("Adobe\0d"))));
});

test("a JPEG that lies on its side says so, and nothing else", () => {
  const given = jpeg(segment(0xe1, Buffer.concat([latin("Exif\0\0"), exif(8, true)])));
  const made = upright(read(given).bare);
  assert.ok(!has(made, "Test camera"));
  const again = read(made).bare;
  assert.equal(again.turned, 8);
  assert.deepEqual(Buffer.from(again.bytes), jpeg());
  const plain = read(jpeg()).bare;
  assert.equal(upright(plain), plain.bytes);
});

const chunk = (name, body) => {
  const whole = Buffer.concat([Buffer.alloc(4), latin(name), body, Buffer.alloc(4)]);
  whole.writeUInt32BE(body.length);
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
  return whole;
};
const HEAD = chunk("IHDR", Buffer.from([0, 0, 0, 40, 0, 0, 0, 30, 8, 2, 0, 0, 0]));
const png = (...more) =>
  Buffer.concat([latin("\x89PNG\r\n\x1a\n"), HEAD, ...more, chunk("IDAT", latin("pixels")), chunk("IEND", latin(""))]);

test("a PNG keeps its pixels and colors, and of one that moves the first image", () => {
  const colors = [chunk("iCCP", latin("Test profile")), chunk("tRNS", latin("t"))];
  const given = png(
    colors[0],
    chunk("tEXt", latin("Author\0Test")),
    chunk("iTXt", latin("XML:com.adobe.xmp")),
    chunk("eXIf", exif(3)),
    chunk("tIME", latin("Test day")),
    chunk("acTL", latin("x")),
    chunk("fdAT", latin("x")),
    colors[1],
  );
  const { kind, bare } = read(Buffer.concat([given, latin("Test data behind it")]));
  assert.equal(kind, "PNG");
  assert.deepEqual([bare.width, bare.height, bare.turned, bare.clear, bare.moves], [40, 30, 3, true, true]);
  assert.deepEqual(Buffer.from(bare.bytes), png(...colors));
  const made = upright(bare);
  assert.equal(read(made).bare.turned, 3);
  assert.equal(made.length, bare.bytes.length + 38);
  assert.deepEqual(Buffer.from(made.subarray(33, 71)), chunk("eXIf", Buffer.from(made.subarray(41, 67))));
});

const part = (name, body) => {
  const head = Buffer.concat([latin(name), Buffer.alloc(4)]);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
};
const webp = (...parts) => part("RIFF", Buffer.concat([latin("WEBP"), ...parts]));
const LOSSY = part("VP8 ", Buffer.from([0, 0, 0, 0x9d, 1, 0x2a, 40, 0, 30, 0, 5]));
const about = (flags) => part("VP8X", Buffer.from([flags, 0, 0, 0, 99, 0, 0, 49, 0, 0]));

test("a WebP keeps its pixels and colors, and no longer says that more follows", () => {
  const color = part("ICCP", latin("Test profile"));
  const given = webp(
    about(0x2c),
    color,
    LOSSY,
    part("EXIF", Buffer.concat([latin("Exif\0\0"), exif(6)])),
    part("XMP ", latin("Test")),
  );
  const { kind, bare } = read(given);
  assert.equal(kind, "WebP");
  assert.deepEqual([bare.width, bare.height, bare.turned, bare.clear, bare.moves], [40, 30, 6, false, false]);
  assert.deepEqual(Buffer.from(bare.bytes), webp(about(0x20), color, LOSSY));
  const lossless = read(webp(part("VP8L", Buffer.from([0x2f, 39, 0x40, 7, 0x10])))).bare;
  assert.deepEqual([lossless.width, lossless.height, lossless.clear], [40, 30, true]);
  const moving = read(webp(about(2), part("ANIM", latin("x")), part("ANMF", latin("x")))).bare;
  assert.deepEqual([moving.width, moving.height, moving.moves], [100, 50, true]);
});

test("a file that is cut short is damaged, wherever it is cut", () => {
  for (const whole of [
    jpeg(segment(0xe1, Buffer.concat([latin("Exif\0\0"), exif(6)]))),
    png(chunk("eXIf", exif(6))),
    webp(about(0), LOSSY),
  ])
    for (let length = 12; length < whole.length - 1; length += 1) assert.equal(read(whole.subarray(0, length)).bare, undefined);
});

test("a phone's own kind of photograph is known by its beginning, and so is what is no picture", () => {
  assert.equal(read(latin("\0\0\0\x18ftypheic\0\0\0\0")).kind, "HEIC");
  assert.equal(read(latin("\0\0\0\x18ftypavif\0\0\0\0")).kind, "other");
  assert.equal(read(latin("GIF89a")).kind, "other");
  assert.equal(read(latin("")).kind, "other");
});

test("which side is up is read from any block, and a wrong one is no turn", () => {
  const turned = (block) => read(jpeg(segment(0xe1, Buffer.concat([latin("Exif\0\0"), block])))).bare.turned;
  assert.deepEqual(
    [1, 2, 5, 8].map((number) => turned(exif(number))),
    [1, 2, 5, 8],
  );
  assert.equal(turned(exif(9)), 1);
  assert.equal(turned(latin("XX")), 1);
  assert.equal(turned(exif(6).subarray(0, 20)), 1);
});
