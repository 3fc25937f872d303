// The pages of a built site, and work spread over them.

import { readdir } from "node:fs/promises";
import { relative, sep } from "node:path";

/** Site paths of all files, sorted, with forward slashes. */
export async function filesOf(site) {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(site, `${entry.parentPath}${sep}${entry.name}`).split(sep).join("/")).sort();
}

/** Runs `work` on every item, a few at a time. */
export async function spread(items, nAtOnce, work) {
  const queue = [...items];
  const worker = async () => {
    while (queue.length > 0) await work(queue.shift());
  };
  await Promise.all(Array.from({ length: nAtOnce }, worker));
}
