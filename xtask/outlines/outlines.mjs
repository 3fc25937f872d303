// `node outlines.mjs FILE`: writes the outlines of land and borders that locator maps are drawn over; README.md
// has the format and says whence the data are.

import { createRequire } from "node:module";
import { readFile, writeFile } from "node:fs/promises";

/** Points so near to the line through their neighbours are left out, in hundredths of a degree. */
const TOLERANCE = 2;

const [output] = process.argv.slice(2);
const source = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
const { arcs, transform, objects } = JSON.parse(await readFile(source, "utf8"));
const lines = arcs.map(absolute).map(simplified);
const users = countriesByArc();
const rings = objects.land.geometries.flatMap(polygonsOf).flat();

const bytes = [];
unsigned(lines.length);
lines.forEach((points, i) => {
  unsigned(users[i].size > 1 ? 1 : 0);
  unsigned(points.length);
  points.forEach((point, at) => point.forEach((value, axis) => signed(value - (at > 0 ? points[at - 1][axis] : 0))));
});
unsigned(rings.length);
for (const ring of rings) {
  unsigned(ring.length);
  ring.forEach(signed);
}
await writeFile(output, Uint8Array.from(bytes));
console.log(`${lines.length} lines of ${lines.reduce((n, points) => n + points.length, 0)} points, ${rings.length} rings, ${bytes.length} bytes`);

/** The points of an arc in hundredths of a degree, without such as fall on the one before. */
function absolute(arc) {
  let [x, y] = [0, 0];
  const points = arc.map(([dx, dy]) => {
    [x, y] = [x + dx, y + dy];
    return [x, y].map((value, axis) => Math.round(100 * (value * transform.scale[axis] + transform.translate[axis])));
  });
  return points.filter((point, i) => i === 0 || i === points.length - 1 || point.some((value, axis) => value !== points[i - 1][axis]));
}

/** Ramer, Douglas and Peucker: both ends stay, so that lines keep meeting. */
function simplified(points) {
  if (points.length < 3) return points;
  const [first, last] = [points[0], points.at(-1)];
  let [farthest, distance] = [0, 0];
  for (let i = 1; i < points.length - 1; i += 1) {
    const here = apart(points[i], first, last);
    if (here > distance) [farthest, distance] = [i, here];
  }
  if (distance <= TOLERANCE) return [first, last];
  return [...simplified(points.slice(0, farthest + 1)).slice(0, -1), ...simplified(points.slice(farthest))];
}

function apart([x, y], [ax, ay], [bx, by]) {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

/** Which countries each arc bounds: two share a border. */
function countriesByArc() {
  const users = arcs.map(() => new Set());
  objects.countries.geometries.forEach((country, i) => {
    for (const arc of polygonsOf(country).flat(2)) users[arc < 0 ? ~arc : arc].add(i);
  });
  return users;
}

function polygonsOf({ type, arcs }) {
  return type === "Polygon" ? [arcs] : type === "MultiPolygon" ? arcs : [];
}

function unsigned(value) {
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  bytes.push(value);
}

function signed(value) {
  unsigned(value < 0 ? 2 * -value - 1 : 2 * value);
}
