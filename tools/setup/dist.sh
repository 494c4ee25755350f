#!/bin/sh
# What trying the archives and packages needs besides what makes them: roots of older Debians, qemu and an ARM C library, musl, lintian.
set -eu
cd "$(dirname "$0")/../.."
tools/setup/packages.sh debootstrap qemu-aarch64=qemu-user qemu-x86_64=qemu-user /lib/ld-musl-x86_64.so.1=musl \
    /usr/aarch64-linux-gnu/lib/ld-linux-aarch64.so.1=libc6-arm64-cross lintian dpkg-shlibdeps=dpkg-dev gcc
