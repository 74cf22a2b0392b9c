#!/usr/bin/env bash
# Runs a program with an X server of its own:  with_display.sh PROGRAM [ARGUMENT...]
# The server itself finds a free display and takes it in one step, so that any number may start at once.
set -euo pipefail

folder=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf -- "$folder"
}
trap finish EXIT

mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$folder/display" 2>"$folder/errors" &
server=$!
if ! read -r display <"$folder/display"; then
  printf 'no X server:\n' >&2
  cat -- "$folder/errors" >&2
  exit 1
fi
DISPLAY=:$display "$@"
