#!/bin/sh
# Lays a release build out as it is installed: lib with the shared library under its three names, the static
# library, stoner.pc and the CMake package; lib/.debug with the shared library's symbols and lines, where debuggers look for them; include
# with the headers.
# usage: stage.sh [BUILT [OUT]]    BUILT is cargo's folder (target/release), OUT the tree (build); BINUTILS is the prefix of the binutils
set -eu
cd "$(dirname "$0")/.."

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
major=${version%%.*}
built=${1:-${CARGO_TARGET_DIR:-target}/release}
out=${2:-build}
binutils=${BINUTILS:-}
mkdir -p "$out/lib/.debug" "$out/include"
symbols="$out/lib/.debug/libstoner.so.$version.debug"
"${binutils}objcopy" --only-keep-debug "$built/libstoner.so" "$symbols"
chmod 644 "$symbols"
"${binutils}objcopy" --strip-unneeded --add-gnu-debuglink="$symbols" "$built/libstoner.so" "$out/lib/libstoner.so.$version.new"
# A program that runs with the old file keeps it.
mv -f "$out/lib/libstoner.so.$version.new" "$out/lib/libstoner.so.$version"
ln -sf "libstoner.so.$version" "$out/lib/libstoner.so.$major"
ln -sf "libstoner.so.$major" "$out/lib/libstoner.so"
tools/static_library.sh "$built/libstoner.a" "$out/lib/libstoner.so" "$out/lib/libstoner.a"

cp include/stoner.h bindings/cpp/stoner.hpp "$out/include/"
rm -rf "$out/include/stoner"
mkdir -p "$out/include/stoner/generated"
cp bindings/cpp/stoner/*.hpp "$out/include/stoner/"
cp bindings/cpp/stoner/generated/*.hpp "$out/include/stoner/generated/"
tools/describe.sh "$out" lib
