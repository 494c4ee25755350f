#!/bin/sh
# usage: environment.sh NAME [FOLDER]. Makes build/NAME, a virtual environment with what FOLDER/requirements.txt lists (tests/NAME unless given):
# `python` (into which the suite installs the wheel, as a user does), `packages` (those that images are handed to), `hosts` (the control systems'
# own), `peers` of tools/bench (what the benchmarks compare with).
set -eu
cd "$(dirname "$0")/../.."

venv=build/$1
requirements=${2:-tests/$1}/requirements.txt
wanted=$(cat tools/setup/environment.sh "$requirements" | cksum)
if [ ! -f "$venv/installed" ] || [ "$(cat "$venv/installed")" != "$wanted" ]; then
    rm -rf "$venv"
    tools/setup/venv.sh "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --prefer-binary -r "$requirements"
    echo "$wanted" >"$venv/installed"
fi
