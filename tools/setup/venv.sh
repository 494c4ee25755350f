#!/bin/sh
# Makes a Python virtual environment in the folder $1, unless it is there.
set -eu
python=${PYTHON:-python3}

if [ -x "$1/bin/pip" ]; then
    exit 0
fi
if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq || true
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3 python3-venv >/dev/null
    else
        echo "setup: Python 3 with venv is missing (Debian: apt-get install python3-venv)" >&2
        exit 1
    fi
fi
"$python" -m venv "$1"
