#!/bin/sh
# Builds the library for other Linux systems than this one and lays each out in build/linux/NAME as `make lib` does in build.
# usage: linux.sh [NAME ...]    x86_64 (glibc 2.17 and later; the default), x86_64-musl, aarch64 (glibc 2.17 and later)
set -eu
cd "$(dirname "$0")/.."

zig=$PWD/build/zig
export PATH="$zig/bin:$PATH" ZIG_GLOBAL_CACHE_DIR="$PWD/build/linux/zig-cache" ZIG_LOCAL_CACHE_DIR="$PWD/build/linux/zig-cache"
# zig compiles the unwinder that it links in, and clang writes the folder in which it runs into what it says to debuggers.
export CCC_OVERRIDE_OPTIONS="# +-ffile-compilation-dir=."
export CARGO_TARGET_DIR=build/linux/target CARGO_PROFILE_RELEASE_DEBUG=line-tables-only
if ! [ -x "$zig/bin/cargo-zigbuild" ]; then
    echo "linux.sh: build/zig has no cargo-zigbuild: run tools/setup/linux.sh" >&2
    exit 1
fi
mkdir -p build/linux

for name in "${@:-x86_64}"; do
    glibc=.2.17
    more=
    case "$name" in
    x86_64 | aarch64) target=$name-unknown-linux-gnu ;;
    # A shared library needs the system's musl.
    x86_64-musl) target=x86_64-unknown-linux-musl glibc='' more="$(printf '\037')-Ctarget-feature=-crt-static" ;;
    *) echo "linux.sh: '$name' is not known; allowed: x86_64, x86_64-musl, aarch64" >&2 && exit 2 ;;
    esac
    CARGO_ENCODED_RUSTFLAGS="$(tools/remap.sh)$more" cargo zigbuild --release --lib --locked --target "$target$glibc"
    # GNU's binutils know the machine that they were made for alone.
    tools=
    [ "$name" = "$(uname -m)" ] || [ "$name" = "$(uname -m)-musl" ] || tools=$name-linux-gnu-
    BINUTILS=$tools tools/stage.sh "$CARGO_TARGET_DIR/$target/release" "build/linux/$name"
done
