#!/bin/sh
# The linker that tools/windows.sh gives to rustc: MinGW's, with paths below this folder made relative. It sorts what is imported by the paths of the
# libraries that ask for it, so that the folder of the build would decide the order.
set -eu
cd "$(dirname "$0")/.."
for argument; do
    shift
    set -- "$@" "${argument#"$PWD/"}"
done
exec x86_64-w64-mingw32-gcc "$@"
