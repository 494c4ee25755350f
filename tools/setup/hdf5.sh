#!/bin/sh
# Builds HDF5 once for all profiles, into build/hdf5, and tells cargo in .cargo/config.toml to take it from there instead of
# running the build of the crate hdf5-metno-src in each profile. Without that file cargo builds it itself.
set -eu
cd "$(dirname "$0")/../.."
cargo=${CARGO:-cargo}
root=$PWD/build/hdf5
config=.cargo/config.toml
version=$(sed -n '/^name = "hdf5-metno-src"/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock)
wanted="# hdf5-metno-src $version in $root"

if [ -f "$root/lib/libhdf5.a" ] && [ "$(head -n 1 $config 2>/dev/null)" = "$wanted" ]; then
    exit 0
fi
rm -f $config
echo "setup: building HDF5"
"$cargo" build --release --locked --quiet --package stoner-hdf5 --target-dir build/hdf5-target
made=$(find build/hdf5-target -path '*/hdf5-metno-src-*/out/lib/libhdf5.a' | head -n 1)
zlib=$(find build/hdf5-target -name zlib.h | head -n 1)
if [ -z "$made" ] || [ -z "$zlib" ]; then
    echo "setup: the build of HDF5 left no library" >&2
    exit 1
fi
out=${made%/lib/libhdf5.a}
rm -rf "$root"
mkdir -p "$root/include" .cargo
cp -R "$out/lib" "$root/lib"
cp -R "$out/include/." "$root/include"
cp "$zlib" "$(dirname "$zlib")/zconf.h" "$root/include"
host=$(rustc -vV | sed -n 's/^host: //p')
cat >$config <<TOML
$wanted
# Made by tools/setup/hdf5.sh.
[target.$host.hdf5src]
root = "$root"
include = "$root/include"
library = "hdf5"
zlib = "z"
zlib_header = "$root/include/zlib.h"
TOML
rm -rf build/hdf5-target
