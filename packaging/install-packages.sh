#!/usr/bin/env bash
# Installs the Debian packages of the named sections of packages.txt that are missing.
#   packaging/install-packages.sh SECTION...
# When nothing is missing it neither asks for rights nor touches the network.
set -euo pipefail

folder=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
list=$folder/packages.txt

fail() {
  printf 'eigenboard: %s\n' "$1" >&2
  exit 1
}

packages_of() {
  local section=$1
  grep -q "^\[$section\]" "$list" || fail "packages.txt has no section [$section]"
  sed -e 's/#.*//' -e 's/[[:space:]]*$//' "$list" |
    awk -v wanted="[$section]" '/^\[/ { inside = ($0 == wanted); next } inside && NF'
}

# dpkg-query says nothing about a package it never heard of, so what is installed is subtracted.
missing_of() {
  local installed
  installed=$(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
    awk '$2 == "installed" { print $1 }') || true
  printf '%s\n' "$@" | grep -vxF -e "$installed" || true
}

[ $# -gt 0 ] || fail "name at least one section of packages.txt, for example: install-packages.sh build run"
wanted=()
for section in "$@"; do
  names=$(packages_of "$section") || exit 1
  mapfile -t -O "${#wanted[@]}" wanted <<<"$names"
done

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  fail "this is not a Debian system; install the equivalents of packaging/packages.txt, then use: cmake --preset release"
fi
mapfile -t missing < <(missing_of "${wanted[@]}")
[ ${#missing[@]} -gt 0 ] || exit 0

rights=(env)
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null ||
    fail "installing packages needs root and there is no sudo; as root run: apt-get install --no-install-recommends ${missing[*]}"
  rights=(sudo env)
fi
apt=("${rights[@]}" DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300)
[ -t 1 ] || apt+=(-qq -o Dpkg::Use-Pty=0)

# Standard output belongs to the program that run.sh starts.
printf 'eigenboard: installing %d Debian package(s): %s\n' "${#missing[@]}" "${missing[*]}" >&2
"${apt[@]}" update >&2 || printf 'eigenboard: the package lists could not be refreshed; trying with those at hand\n' >&2
"${apt[@]}" install --yes --no-install-recommends "${missing[@]}" >&2 ||
  fail "the packages could not be installed (is the network reachable, and is this Debian 12 or newer?)"
