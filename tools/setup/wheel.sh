#!/bin/sh
# Builds the Python wheel around the library in build/lib: build/wheel holds it alone.
set -eu
cd "$(dirname "$0")/../.."
tools/setup/venv.sh build/wheel-venv
rm -rf build/wheel
build/wheel-venv/bin/pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir build/wheel ./bindings/python
ls build/wheel/*.whl
