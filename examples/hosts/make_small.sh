#!/bin/sh
# make_small.sh FOLDER: a compressed copy beside each text, as GitLab Pages serves it to browsers that ask for one.
set -eu
find "$1" -type f \( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.json' -o -name '*.xml' -o -name '*.svg' \
    -o -name '*.csv' -o -name '*.ics' -o -name '*.txt' \) -exec gzip --keep --force --best --no-name {} +
