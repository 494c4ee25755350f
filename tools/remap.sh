#!/bin/sh
# Prints what CARGO_ENCODED_RUSTFLAGS needs so that no binary names a folder of this machine: this tree becomes ".", cargo's copies of
# crates "cargo", the standard library's sources "/rustc". What RUSTFLAGS says is kept.
set -eu
cd "$(dirname "$0")/.."
home=${CARGO_HOME:-${HOME:-}/.cargo}
sysroot=$(rustc --print sysroot)
flags=$(printf '%s' "${RUSTFLAGS:-}" | tr -s ' ' '\037')
# Of several that fit the last one counts.
for map in "$PWD=." "$sysroot=/rustc/sysroot" "$sysroot/lib/rustlib/src/rust=/rustc" "$home=cargo" "$home/registry/src=cargo"; do
    flags="$flags${flags:+$(printf '\037')}--remap-path-prefix=$map"
done
printf '%s' "$flags"
