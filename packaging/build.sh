#!/usr/bin/env bash
# Builds the named targets in build/release, configuring it first when that is needed.
#   packaging/build.sh [TARGET...]      without a target: everything
# All its messages go to standard error. It is silent when that is not a terminal, unless something fails.
set -euo pipefail

root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
tree=$root/build/release
cd "$root"

# A tree that was moved or copied still names the place it was configured for: nothing in it can be trusted.
if [ -f "$tree/CMakeCache.txt" ]; then
  configured_for=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$tree/CMakeCache.txt")
  if [ "$configured_for" != "$root" ]; then
    printf 'eigenboard: build/release was made for %s; making it anew\n' "${configured_for:-another place}" >&2
    rm -rf -- "$tree"
  fi
fi

configure_options=(--preset release)
build_options=(--build "$tree" --parallel "$(nproc)")
[ $# -eq 0 ] || build_options+=(--target "$@")
if [ ! -t 2 ]; then
  configure_options+=(--log-level=WARNING)
  build_options+=(-- --quiet)
fi

# build.ninja is written last: without it the tree was never configured to the end.
[ -f "$tree/build.ninja" ] || cmake "${configure_options[@]}" >&2
cmake "${build_options[@]}" 2>&1 | sed '/^ninja: no work to do\.$/d' >&2
