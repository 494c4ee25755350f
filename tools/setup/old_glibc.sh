#!/bin/sh
# Puts the oldest glibc that the archives for Linux run with, 2.17 of RHEL 7, into build/roots/glibc-2.17-NAME: the system's libraries alone, of
# a toolchain for cross-building that npm's registry has.
# usage: old_glibc.sh [NAME ...]    x86_64 (the default), aarch64
set -eu
cd "$(dirname "$0")/../.."

tools/setup/packages.sh npm xz=xz-utils
for name in "${@:-x86_64}"; do
    case "$name" in
    x86_64) version=1.0.0 sum=95e72882109fa13017f4c2c5708c7dfe72fd33cc5d919f67f0f922f2a8ca50dce38aad736c409d11bcc864030c1d1b6b5f189f2bd740c98ba1f204b135baf6a2 ;;
    aarch64) version=1.0.3 sum=10c15ccbf6a116c982637048d6d302df0454619f9c0ee20b83b9cfd6689c68a5d6d6d3b5f91bd4075082e9061ef9cbf65b84eecfdc2bdea7051315b28e059fdb ;;
    *) echo "old_glibc.sh: '$name' is not known; allowed: x86_64, aarch64" >&2 && exit 2 ;;
    esac
    root=build/roots/glibc-2.17-$name
    if [ "$(cat "$root.made" 2>/dev/null)" = "$sum" ]; then
        continue
    fi
    rm -rf "$root" "$root.made" "$root.download"
    mkdir -p "$root/tmp" "$root.download"
    pack=@napi-rs/cross-toolchain-x64-target-$name@$version
    (cd "$root.download" && npm pack --silent "$pack" >/dev/null && mv ./*.tgz pack.tgz && echo "$sum  pack.tgz" | sha512sum --check --quiet)
    tar -xzf "$root.download/pack.tgz" -C "$root.download"
    tar -xJf "$root.download/package/$name-unknown-linux-gnu.tar.xz" -C "$root.download" --wildcards "./$name-unknown-linux-gnu/sysroot/lib*"
    mv "$root.download/$name-unknown-linux-gnu/sysroot"/lib* "$root/"
    rm -rf "$root.download"
    echo "$sum" >"$root.made"
done
