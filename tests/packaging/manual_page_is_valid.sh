#!/usr/bin/env bash
# The formatter has nothing to say about the manual page, and its sections come out:  manual_page_is_valid.sh FILE
set -euo pipefail

complaints=$(groff -man -ww -Tutf8 -z "$1" 2>&1)
if [ -n "$complaints" ]; then
  printf '%s\n' "$complaints"
  exit 1
fi
text=$(groff -man -Tutf8 -P-cbou "$1")
for section in NAME SYNOPSIS COMMANDS "EXIT STATUS"; do
  grep -qx "$section" <<<"$text" || { printf 'no section %s\n' "$section"; exit 1; }
done
