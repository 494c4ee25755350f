#!/bin/sh
# Lays the release build out as it is installed: build/lib with the shared library under its three names, build/include.
set -eu
cd "$(dirname "$0")/.."

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
major=${version%%.*}
mkdir -p build/lib build/include
cp "${CARGO_TARGET_DIR:-target}/release/libstoner.so" "build/lib/libstoner.so.$version.new"
# A program that runs with the old file keeps it.
mv -f "build/lib/libstoner.so.$version.new" "build/lib/libstoner.so.$version"
ln -sf "libstoner.so.$version" "build/lib/libstoner.so.$major"
ln -sf "libstoner.so.$major" build/lib/libstoner.so
cp include/stoner.h build/include/stoner.h

mkdir -p build/lib/pkgconfig
cat >build/lib/pkgconfig/stoner.pc <<PC
prefix=\${pcfiledir}/../..
libdir=\${prefix}/lib
includedir=\${prefix}/include

Name: stoner
Description: Load, process and save X-ray microscopy images
Version: $version
Libs: -L\${libdir} -lstoner
Cflags: -I\${includedir}
PC
