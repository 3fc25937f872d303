// A static file server on the loopback address, as plain as the hosts that a site is published on:
// files by their names, `index.html` for a folder, `404.html` for what is not there.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".jsonld": "application/ld+json",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** Serves a folder below a base path that ends with a slash while `work`, given the URL, goes on. */
export async function serving(folder, base, work) {
  const server = createServer((request, response) => {
    answer(folder, base, request.url).then(
      ({ status, type, body }) => response.writeHead(status, { "content-type": type }).end(body),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    await work(`http://127.0.0.1:${server.address().port}${base}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

async function answer(folder, base, url) {
  const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  const found = path.startsWith(base) ? await fileAt(folder, path.slice(base.length)) : null;
  if (found) {
    const type = TYPES[extname(found)] ?? "application/octet-stream";
    return { status: 200, type, body: await readFile(found) };
  }
  const notFound = await readFile(join(folder, "404.html")).catch(() => "not found");
  return { status: 404, type: TYPES[".html"], body: notFound };
}

/** The file under a path, or null; a path cannot climb out of the folder. */
async function fileAt(folder, path) {
  const full = normalize(join(folder, path));
  if (full !== folder && !full.startsWith(folder + sep)) return null;
  const kind = await stat(full).catch(() => null);
  if (kind?.isDirectory()) return path === "" || path.endsWith("/") ? fileAt(full, "index.html") : null;
  return kind?.isFile() ? full : null;
}
