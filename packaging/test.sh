#!/usr/bin/env bash
# Installs what is missing, builds everything, and runs every test.
#   packaging/test.sh [CTEST ARGUMENT...]      for example: packaging/test.sh -R formatted
set -euo pipefail

packaging=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
"$packaging/install-packages.sh" build run test
"$packaging/build.sh"
exec ctest --test-dir "$packaging/../build/release" --output-on-failure --no-tests=error --parallel "$(nproc)" "$@"
