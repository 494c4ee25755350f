#!/bin/sh
# Builds the Python wheel around a library: FOLDER holds it alone.
# usage: wheel.sh [LIBRARY [FOLDER]]    the one in build/lib, and build/wheel; LIBRARY may be another system's
set -eu
cd "$(dirname "$0")/../.."
folder=${2:-build/wheel}
[ $# -eq 0 ] || STONER_WHEEL_LIBRARY=$(realpath -s "$1")
export STONER_WHEEL_LIBRARY="${STONER_WHEEL_LIBRARY:-}"
tools/setup/venv.sh build/wheel-venv
rm -rf "$folder"
build/wheel-venv/bin/pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir "$folder" ./bindings/python
ls "$folder"/*.whl
