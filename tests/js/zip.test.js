// Files are packed as any program unpacks them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32, zip } from "../../press/theme/assets/press/write/zip.js";

const bytes = (text) => new TextEncoder().encode(text);

test("the check sum is the one of ZIP and PNG", () => {
  assert.equal(crc32(bytes("123456789")), 0xcbf43926); // the value that descriptions of CRC-32 give
  assert.equal(crc32(bytes("")), 0);
});

test("each file stands there as it is, with its name, size and sum, and the directory says where", () => {
  const files = [
    { name: "stories/a/index.md", bytes: bytes("Test data é") },
    { name: "stories/a/picture-1.jpg", bytes: new Uint8Array(70_000).fill(7) },
  ];
  const whole = Buffer.concat(zip(files, new Date(2026, 10, 22)));
  const end = whole.length - 22;
  assert.equal(whole.readUInt32LE(end), 0x06054b50);
  assert.equal(whole.readUInt16LE(end + 10), 2);
  let at = whole.readUInt32LE(end + 16);
  assert.equal(at + whole.readUInt32LE(end + 12), end);
  for (const file of files) {
    assert.equal(whole.readUInt32LE(at), 0x02014b50);
    const [sum, size, name] = [whole.readUInt32LE(at + 16), whole.readUInt32LE(at + 24), whole.readUInt16LE(at + 28)];
    assert.equal(whole.toString("utf8", at + 46, at + 46 + name), file.name);
    assert.equal(sum, crc32(file.bytes));
    assert.equal(whole.readUInt16LE(at + 14), (46 << 9) | (11 << 5) | 22);
    const local = whole.readUInt32LE(at + 42);
    assert.equal(whole.readUInt32LE(local), 0x04034b50);
    const start = local + 30 + whole.readUInt16LE(local + 26);
    assert.deepEqual(whole.subarray(start, start + size), Buffer.from(file.bytes));
    at += 46 + name;
  }
  assert.equal(at, end);
});
