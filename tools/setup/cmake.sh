#!/bin/sh
# HDF5 needs cmake 3.26 or later. Where the system's is older, PyPI's goes into build/venv and is linked as
# build/tools/cmake, which the Makefile puts first on the path.
set -eu
cd "$(dirname "$0")/../.."
# Whether the command $1 is a cmake of at least 3.26.
is_recent() {
    numbers=$("$1" --version 2>/dev/null | sed -n '1s/[^0-9]*\([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
    set -- $numbers
    [ $# -eq 2 ] && { [ "$1" -gt 3 ] || { [ "$1" -eq 3 ] && [ "$2" -ge 26 ]; }; }
}

if is_recent cmake; then
    exit 0
fi
if ! is_recent build/venv/bin/cmake; then
    echo "setup: cmake 3.26 or later is missing; installing PyPI's into build/venv"
    tools/setup/venv.sh build/venv
    build/venv/bin/pip install --quiet --disable-pip-version-check 'cmake>=3.26,<5'
fi
mkdir -p build/tools
ln -sf ../venv/bin/cmake build/tools/cmake
if ! is_recent build/tools/cmake; then
    echo "setup: no cmake of at least 3.26 could be had; install one (Debian: pip install cmake)" >&2
    exit 1
fi
