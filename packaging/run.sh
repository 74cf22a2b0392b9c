#!/usr/bin/env bash
# Installs what is missing, builds what changed, and starts Eigenboard.
#   packaging/run.sh [PROGRAM ARGUMENT...]
set -euo pipefail

packaging=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
"$packaging/install-packages.sh" build run
"$packaging/build.sh" eigenboard
exec "$packaging/../build/release/app/eigenboard" "$@"
