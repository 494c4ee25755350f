#!/bin/sh
# Lays the release build out in `build` as it is installed: lib with the shared library under its three names, the static
# library, stoner.pc and the CMake package; lib/.debug with the shared library's symbols and lines, where debuggers look for them; include
# with the headers.
set -eu
cd "$(dirname "$0")/.."

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
major=${version%%.*}
built="${CARGO_TARGET_DIR:-target}/release"
mkdir -p build/lib/.debug build/include
symbols="build/lib/.debug/libstoner.so.$version.debug"
objcopy --only-keep-debug "$built/libstoner.so" "$symbols"
chmod 644 "$symbols"
objcopy --strip-unneeded --add-gnu-debuglink="$symbols" "$built/libstoner.so" "build/lib/libstoner.so.$version.new"
# A program that runs with the old file keeps it.
mv -f "build/lib/libstoner.so.$version.new" "build/lib/libstoner.so.$version"
ln -sf "libstoner.so.$version" "build/lib/libstoner.so.$major"
ln -sf "libstoner.so.$major" build/lib/libstoner.so
tools/static_library.sh "$built/libstoner.a" build/lib/libstoner.so build/lib/libstoner.a

cp include/stoner.h bindings/cpp/stoner.hpp build/include/
rm -rf build/include/stoner
mkdir -p build/include/stoner/generated
cp bindings/cpp/stoner/*.hpp build/include/stoner/
cp bindings/cpp/stoner/generated/*.hpp build/include/stoner/generated/
tools/describe.sh build lib
