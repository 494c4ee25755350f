#!/bin/sh
# What cross-building for Windows and trying the result need: MinGW, LLVM's import libraries and linker, Wine, and a Rust standard
# library for Windows, either rustup's or Debian's compiler with the sources of its own.
set -eu
cd "$(dirname "$0")/../.."

rust=
if ! [ -d "$(rustc --print target-libdir --target x86_64-pc-windows-gnu 2>/dev/null)" ]; then
    rust="/usr/bin/cargo=cargo-web /usr/bin/rustc=rustc-web /usr/lib/rustlib/src/rust/library/std/Cargo.toml=rust-web-src"
fi
# $rust is several words or none.
# shellcheck disable=SC2086
tools/setup/packages.sh x86_64-w64-mingw32-gcc=gcc-mingw-w64-x86-64 x86_64-w64-mingw32-g++-posix=g++-mingw-w64-x86-64-posix \
    llvm-dlltool=llvm lld-link=lld clang /usr/lib/wine/wine64=wine64 /usr/include/doctest/doctest.h=doctest-dev $rust
