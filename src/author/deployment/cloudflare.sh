#!/bin/sh
# The build command of a Cloudflare Pages project: `sh tools/cloudflare.sh`, with `public` as its output directory.
set -eu
sh "$(dirname "$0")/variorum.sh" build --strict --base-url "${CF_PAGES_URL:?set by Cloudflare}/" --output public
# Names of style sheets, scripts and pictures have a digest in them.
for folder in assets pictures; do
  printf '/%s/*\n  Cache-Control: public, max-age=31536000, immutable\n' "$folder" >> public/_headers
done
# Cloudflare Pages takes 20,000 files of 25 MiB each.
files="$(find public -type f | wc -l)"
large="$(find public -type f -size +25M)"
if [ "$files" -gt 20000 ] || [ -n "$large" ]; then
  echo "error: Cloudflare Pages takes 20000 files of 25 MiB each; there are $files, too large: ${large:-none}" >&2
  exit 1
fi
