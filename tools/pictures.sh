#!/usr/bin/env bash
# Makes the pictures of the docs anew: the browser test takes them, ImageMagick makes them small.
# Usage: tools/pictures.sh [folder]   With a folder that holds screenshots already, only shrinks them.
set -euo pipefail
cd "$(dirname "$0")/.."

# Picture of the test -> where the docs show it. A phone's picture ends in -phone.
WANTED="
day-member-phone write-phone word-phone rate-not-phone public-phone
review-desktop assign-desktop unit-desktop reply-1-desktop check-1-desktop
chain-desktop supervise-desktop commitments-desktop effects-desktop
leader-desktop rulebook-desktop accounts-desktop health-desktop
"
MOST=122880 # bytes a picture

folder=${1:-}
if [ -z "$folder" ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  SHANGLIANG_PICTURES=$folder .venv/bin/python -m pytest tests/browser/test_whole_life.py -m browser
fi
for name in $WANTED; do
  case $name in *-phone) wide=390 ;; *) wide=1000 ;; esac
  file=docs/pictures/$name.png
  convert "$folder/$name.png" -resize "${wide}x" -dither None -colors 64 -strip "PNG8:$file"
  size=$(stat -c %s "$file")
  [ "$size" -le $MOST ] || { echo "$file has $size bytes, more than $MOST"; exit 1; }
done
du -cb docs/pictures/*.png | tail -1
