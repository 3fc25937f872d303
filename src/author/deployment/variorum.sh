#!/bin/sh
# Runs the release of Variorum that this project is pinned to: `sh tools/variorum.sh check`. The program is fetched once,
# its checksum is compared, and it is kept in a cache folder. `sh tools/variorum.sh --pin` writes the checksums into
# variorum.sha256 beside this script; commit that file, and no other program will run in its place.
set -eu

version="{{version}}"
repository="{{repository}}"
version="${VARIORUM_VERSION:-$version}"
repository="${VARIORUM_REPOSITORY:-$repository}"
downloads="${VARIORUM_DOWNLOADS:-https://github.com/$repository/releases/download/v$version}"
pinned="$(dirname "$0")/variorum.sha256"

stop() {
  echo "error: $1" >&2
  exit 2
}

fetch() {
  curl --fail --silent --show-error --location --retry 3 --output "$2" "$1" ||
    stop "cannot fetch $1; is the network there, or a proxy needed (HTTPS_PROXY)?"
}

if [ "${1:-}" = "--pin" ]; then
  fetch "$downloads/SHA256SUMS" "$pinned"
  echo "$pinned: the checksums of $version; commit it"
  exit 0
fi

program=variorum
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) target=x86_64-unknown-linux-musl ;;
  Linux-aarch64 | Linux-arm64) target=aarch64-unknown-linux-musl ;;
  Darwin-x86_64) target=x86_64-apple-darwin ;;
  Darwin-arm64) target=aarch64-apple-darwin ;;
  MINGW*-x86_64 | MSYS*-x86_64) target=x86_64-pc-windows-msvc program=variorum.exe ;;
  *) stop "no release is made for $(uname -s) on $(uname -m); build it with \`cargo install\`" ;;
esac

cache="${VARIORUM_CACHE:-${XDG_CACHE_HOME:-${HOME:-.}/.cache}/variorum}/$version-$target"
mkdir -p "$cache" 2>/dev/null || true

if [ ! -x "$cache/$program" ]; then
  # A home that cannot be written to, as in some build containers.
  [ -w "$cache" ] || cache="$(pwd)/.variorum/$version-$target"
fi
if [ ! -x "$cache/$program" ]; then
  mkdir -p "$cache" || stop "neither the cache folder nor $(pwd) can be written to; VARIORUM_CACHE names another folder"
  archive="variorum-$version-$target.tar.gz"
  fetch "$downloads/$archive" "$cache/$archive"
  sums="$cache/SHA256SUMS"
  if [ -f "$pinned" ]; then cp "$pinned" "$sums"; else fetch "$downloads/SHA256SUMS" "$sums"; fi
  expected="$(sed -n "s/^\([0-9a-f]\{64\}\)[ *]*$archive\$/\1/p" "$sums")"
  if command -v sha256sum >/dev/null 2>&1; then
    found="$(sha256sum <"$cache/$archive" | cut -d ' ' -f 1)"
  else
    found="$(shasum -a 256 <"$cache/$archive" | cut -d ' ' -f 1)"
  fi
  if [ -z "$expected" ] || [ "$expected" != "$found" ]; then
    rm -f "$cache/$archive"
    stop "the checksum of $archive is $found, expected ${expected:-none}; nothing was run"
  fi
  # The program appears under its name only when it is whole.
  mkdir -p "$cache/unpacked"
  tar -xzf "$cache/$archive" -C "$cache/unpacked"
  mv "$cache/unpacked/variorum-$version-$target/$program" "$cache/$program"
  rm -rf "$cache/unpacked" "$cache/$archive"
fi

if [ "${1:-}" = "--where" ]; then
  echo "$cache"
  exit 0
fi
exec "$cache/$program" "$@"
