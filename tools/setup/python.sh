#!/bin/sh
# Makes build/python, a virtual environment with the wheel as a user installs it, and with what tests/python needs.
set -eu
cd "$(dirname "$0")/../.."

venv=build/python
wanted=$(cat tools/setup/python.sh tests/python/requirements.txt | cksum)
if [ ! -f "$venv/installed" ] || [ "$(cat "$venv/installed")" != "$wanted" ]; then
    rm -rf "$venv"
    tools/setup/venv.sh "$venv"
    $venv/bin/pip install --quiet --disable-pip-version-check --prefer-binary -r tests/python/requirements.txt
    echo "$wanted" >"$venv/installed"
fi
