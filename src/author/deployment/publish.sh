#!/bin/sh
# Builds the site for an address and copies it to where it is served from:
#   sh tools/publish.sh https://your.address/ s3://bucket            any S3-compatible store, with the `aws` command;
#                                                                    AWS_ENDPOINT_URL names one that is not Amazon's
#   sh tools/publish.sh https://your.address/ user@host:/srv/www/    any static host, with `rsync`
set -eu
if [ $# -ne 2 ]; then
  echo "usage: sh tools/publish.sh ADDRESS DESTINATION" >&2
  exit 3
fi
sh "$(dirname "$0")/variorum.sh" build --strict --base-url "$1" --output public
# Pages come after what they need, and what is gone is removed last. Names in these two folders have a digest in them.
case "$2" in
  s3://*)
    aws s3 sync public "$2" --exclude "*" --include "assets/*" --include "pictures/*" --cache-control "max-age=31536000, immutable"
    aws s3 sync public "$2" --exclude "*.html"
    aws s3 sync public "$2" --delete
    ;;
  *) rsync --recursive --links --times --delay-updates --delete-after public/ "$2" ;;
esac
