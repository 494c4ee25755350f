#!/bin/sh
# Installs what `make lib` laid out in `build`, or removes it again.
# usage: install.sh install|uninstall    with PREFIX (/usr/local), LIBDIR below it (lib) and DESTDIR in the environment
set -eu
cd "$(dirname "$0")/.."

libdir=${LIBDIR:-lib}
root=${DESTDIR:-}${PREFIX:-/usr/local}
case "$libdir" in
/* | *..*) echo "install: LIBDIR is '$libdir'; allowed: a folder below PREFIX, as lib or lib/x86_64-linux-gnu" >&2 && exit 2 ;;
esac
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
major=${version%%.*}

case "${1:-}" in
install)
    if [ ! -e "build/lib/libstoner.so.$version" ]; then
        echo "install: build/lib has no libstoner.so.$version: run 'make lib' first" >&2
        exit 1
    fi
    install -d "$root/$libdir" "$root/include/stoner/generated"
    # A program that runs with an old library keeps it.
    install -m 755 "build/lib/libstoner.so.$version" "$root/$libdir/libstoner.so.$version.new"
    mv -f "$root/$libdir/libstoner.so.$version.new" "$root/$libdir/libstoner.so.$version"
    ln -sf "libstoner.so.$version" "$root/$libdir/libstoner.so.$major"
    ln -sf "libstoner.so.$major" "$root/$libdir/libstoner.so"
    install -m 644 build/lib/libstoner.a "$root/$libdir/libstoner.a"
    install -d "$root/$libdir/.debug"
    install -m 644 "build/lib/.debug/libstoner.so.$version.debug" "$root/$libdir/.debug/"
    install -m 644 build/include/stoner.h build/include/stoner.hpp "$root/include"
    install -m 644 build/include/stoner/*.hpp "$root/include/stoner"
    install -m 644 build/include/stoner/generated/*.hpp "$root/include/stoner/generated"
    umask 022
    documents=$root/share/doc/stoner
    install -d "$documents/licenses" "$documents/examples/c" "$documents/examples/cpp" "$documents/examples/data"
    install -m 644 LICENSE-MIT LICENSE-APACHE CHANGELOG.md "$documents"
    install -m 644 LICENSES/* "$documents/licenses"
    (cd docs && find . -type f ! -name '*.toml') | while read -r page; do
        install -D -m 644 "docs/$page" "$documents/$page"
    done
    install -m 644 bindings/c/*.c "$documents/examples/c"
    install -m 644 bindings/cpp/examples/*.cpp "$documents/examples/cpp"
    install -m 644 data/demo/* "$documents/examples/data"
    tools/describe.sh "$root" "$libdir"
    if [ -z "${DESTDIR:-}" ] && [ "$(id -u)" -eq 0 ] && command -v ldconfig >/dev/null; then
        ldconfig
    fi
    echo "installed below $root"
    ;;
uninstall)
    rm -f "$root/$libdir/libstoner.so" "$root/$libdir/libstoner.so.$major" "$root/$libdir/libstoner.so.$version" \
        "$root/$libdir/libstoner.a" "$root/$libdir/.debug/libstoner.so.$version.debug" "$root/$libdir/pkgconfig/stoner.pc" "$root/include/stoner.h" "$root/include/stoner.hpp"
    rm -rf "$root/$libdir/cmake/stoner" "$root/include/stoner" "$root/share/doc/stoner"
    # Folders go where nothing else is in them.
    for folder in "$libdir/pkgconfig" "$libdir/cmake" "$libdir/.debug" share/doc share; do
        rmdir "$root/$folder" 2>/dev/null || true
    done
    echo "removed from $root"
    ;;
*)
    echo "usage: install.sh install|uninstall" >&2
    exit 2
    ;;
esac
