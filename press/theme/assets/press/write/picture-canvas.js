// Draws pictures: upright, and no larger than they need to be.

import { make } from "../make.js";

/** A picture as the browser reads it; null where it can't. @param {BlobPart} bytes @returns {Promise<ImageBitmap>} */
export async function decoded(bytes) {
  try {
    return await createImageBitmap(new Blob([bytes]));
  } catch {
    return null;
  }
}

// How the axes lie for each of the eight ways to turn a picture (Exif 3.0, tag 0x0112): a, b, c, d of a matrix.
const AXES = [
  [1, 0, 0, 1],
  [-1, 0, 0, 1],
  [-1, 0, 0, -1],
  [1, 0, 0, -1],
  [0, 1, 1, 0],
  [0, 1, -1, 0],
  [0, -1, -1, 0],
  [0, -1, 1, 0],
];

/** @param {number} width @param {number} height */
function canvasOf(width, height) {
  const canvas = Object.assign(make("canvas"), { width, height });
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  return { canvas, context };
}

/**
 * The picture upright on a canvas, its longer edge at most `edge` pixels long.
 * @param {ImageBitmap} picture
 * @param {number} turned from 1 to 8
 * @param {number} edge
 */
export function upright(picture, turned, edge) {
  const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map((length) => Math.max(1, Math.round(length * scale)));
  /** @type {ImageBitmap | HTMLCanvasElement} */
  let source = picture;
  while (source.width >= 2 * width && source.height >= 2 * height && source.width > 2) {
    // By halves: not every browser looks at all pixels where many become one.
    const half = canvasOf(Math.ceil(source.width / 2), Math.ceil(source.height / 2));
    half.context.drawImage(source, 0, 0, half.canvas.width, half.canvas.height);
    source = half.canvas;
  }
  const [a, b, c, d] = AXES[turned - 1];
  const { canvas, context } = turned > 4 ? canvasOf(height, width) : canvasOf(width, height);
  context.setTransform(a, b, c, d, a + c < 0 ? canvas.width : 0, b + d < 0 ? canvas.height : 0);
  context.drawImage(source, 0, 0, width, height);
  return canvas;
}

/**
 * Whether this browser gives back what was drawn. Some give something else, so that no page can know the device by it.
 */
export function isTrue() {
  const { context } = canvasOf(4, 4);
  context.fillStyle = "rgb(200, 100, 50)";
  context.fillRect(0, 0, 4, 4);
  const { data } = context.getImageData(0, 0, 4, 4);
  return data.every((value, place) => Math.abs(value - [200, 100, 50, 255][place % 4]) < 3);
}

/**
 * The file of what stands on a canvas. JPEG is on white, since one can see through none of it.
 * @param {HTMLCanvasElement} drawn
 * @param {"JPEG" | "PNG"} kind
 * @returns {Promise<Uint8Array>}
 */
export async function fileOf(drawn, kind) {
  const { canvas, context } = canvasOf(drawn.width, drawn.height);
  if (kind === "JPEG") {
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(drawn, 0, 0);
  /** @type {Blob} */
  const blob = await new Promise((done) => canvas.toBlob(done, kind === "PNG" ? "image/png" : "image/jpeg", 0.9));
  return new Uint8Array(await blob.arrayBuffer());
}
