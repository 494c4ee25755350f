#!/bin/sh
# What building for other Linux systems needs: zig, which has the symbols of each glibc and all of musl, cargo-zigbuild, which lets cargo
# link with it, both in build/zig; and Rust's standard library for the targets, which rustup brings.
# usage: linux.sh [NAME ...]    the names of tools/linux.sh
set -eu
cd "$(dirname "$0")/../.."

wanted="cargo-zigbuild==0.24.1 ziglang==0.17.1"
if [ "$(cat build/zig/installed 2>/dev/null)" != "$wanted" ]; then
    tools/setup/venv.sh build/zig
    # Two words.
    # shellcheck disable=SC2086
    build/zig/bin/pip install --quiet --disable-pip-version-check $wanted
    echo "$wanted" >build/zig/installed
fi
for name in "${@:-x86_64}"; do
    target=$name-unknown-linux-gnu
    [ "$name" != x86_64-musl ] || target=x86_64-unknown-linux-musl
    if ! [ -d "$(rustc --print target-libdir --target "$target")" ] && ! rustup target add "$target"; then
        echo "setup: rustup has no standard library for $target" >&2
        exit 1
    fi
    [ "$name" = x86_64-musl ] || [ "$name" = "$(uname -m)" ] || tools/setup/packages.sh "$name-linux-gnu-ld=binutils-$name-linux-gnu"
done
