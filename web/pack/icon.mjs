// The page's icon: a form with a tick, as SVG and, drawn with the same numbers, as PNG.
import { deflateSync } from 'node:zlib';

const BLUE = [0x1a, 0x4a, 0x8c];
const WHITE = [255, 255, 255];
/** On a field of 64: the lines of the form and the tick, with their widths. */
const STROKES = [
  { width: 4, points: [[18, 20], [46, 20]] },
  { width: 4, points: [[18, 30], [34, 30]] },
  { width: 6, points: [[22, 43], [30, 51], [48, 33]] },
];
const RADIUS = 12;

const hex = (colour) => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** The icon as SVG. */
export function svg() {
  const lines = STROKES.map(({ width, points }) =>
    `<polyline points="${points.join(' ')}" stroke-width="${width}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="${RADIUS}" fill="${hex(BLUE)}"/>`
    + `<g fill="none" stroke="${hex(WHITE)}" stroke-linecap="round" stroke-linejoin="round">${lines}</g></svg>\n`;
}

function distance([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** How much of a pixel lies within, by its distance from the edge in pixels. */
const cover = (inside) => Math.max(0, Math.min(1, inside + 0.5));

/** The icon as PNG of `size` by `size` pixels. */
export function png(size) {
  const scale = size / 64;
  const rows = [];
  for (let y = 0; y < size; y++) {
    const row = Buffer.alloc(1 + size * 4);
    for (let x = 0; x < size; x++) {
      const at = [(x + 0.5) / scale, (y + 0.5) / scale];
      const corner = at.map((value) => Math.max(RADIUS - value, value - 64 + RADIUS, 0));
      const alpha = cover((RADIUS - Math.hypot(...corner)) * scale);
      const ink = Math.max(...STROKES.flatMap(({ width, points }) =>
        points.slice(1).map((point, index) => cover((width / 2 - distance(at, points[index], point)) * scale))));
      const colour = BLUE.map((part, index) => Math.round(part + (WHITE[index] - part) * ink));
      row.set([...colour, Math.round(alpha * 255)], 1 + x * 4);
    }
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name, content) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc(body), body.length + 4);
  return framed;
}

function crc(bytes) {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}
