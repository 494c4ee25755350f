#!/bin/sh
# Makes a static library that shows what the shared one exports, and nothing else.
# usage: static_library.sh BUILT SHARED MADE    BUILT is cargo's, whose HDF5, zlib and Rust symbols would collide with another program's;
# BINUTILS is the prefix of the binutils
set -eu
built=$1
shared=$2
made=$3
binutils=${BINUTILS:-}
if [ -e "$made" ] && [ "$made" -nt "$built" ] && [ "$made" -nt "$0" ]; then
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"${binutils}nm" -D --defined-only --extern-only "$shared" | sed 's/.* //' | sort >"$work/kept"
sed 's/^/-u /' "$work/kept" >"$work/wanted"

# One object of what the exported functions need, with everything else local. Groups are dissolved: a linker would throw one of
# ours away for another's of the same name. Rust's standard library brings LLVM bitcode, which tools with an LLVM plugin stumble over.
"${binutils}ld" -r --gc-sections --force-group-allocation "@$work/wanted" "$built" -o "$work/all.o"
"${binutils}objcopy" --strip-debug --keep-global-symbols="$work/kept" --remove-section=.llvmbc --remove-section=.llvmcmd "$work/all.o" "$work/stoner.o"
rm -f "$made"
"${binutils}ar" rcsD "$made" "$work/stoner.o"
