#!/bin/sh
# Unpacks the source package of the original, as PyPI has it, into build/original/source: its own tests, and the files that they load. The tests are
# run from there; nothing of them comes into the project.
set -eu
cd "$(dirname "$0")/../.."

version=0.10.12
folder=build/original
if [ -f "$folder/unpacked" ] && [ "$(cat "$folder/unpacked")" = "$version" ]; then
    exit 0
fi
rm -rf "$folder"
mkdir -p "$folder/source"
build/conformance/bin/pip download --quiet --disable-pip-version-check --no-deps --no-binary Stoner --dest "$folder" "Stoner==$version" >&2
tar xzf "$folder"/*.tar.gz -C "$folder/source" --strip-components 1 --exclude '*.pyc' --exclude '*/doc' --exclude '*/.eggs'
rm "$folder"/*.tar.gz
echo "$version" >"$folder/unpacked"
