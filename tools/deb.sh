#!/bin/sh
# Makes packages for Debian of what `make lib` laid out in build: libstoner0 (the library), libstoner-dev (headers, static library, documents,
# examples) and python3-stoner, in build/deb. DEBFULLNAME and DEBEMAIL say who makes them.
set -eu
cd "$(dirname "$0")/.."
umask 022

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
major=${version%%.*}
triplet=$(gcc -print-multiarch)
architecture=$(dpkg --print-architecture)
maintainer=${DEBFULLNAME:-"The libstoner authors"}" <${DEBEMAIL:-libstoner@localhost}>"
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}"
out=build/deb
rm -rf "$out"
mkdir -p "$out/stage" "$out/debian"
make --no-print-directory install DESTDIR="$PWD/$out/stage" PREFIX=/usr LIBDIR="lib/$triplet" >/dev/null

# move PACKAGE PATH ...: from the stage into a package's tree
move() {
    tree=$out/$1
    shift
    for path; do
        mkdir -p "$tree/$(dirname "$path")"
        mv "$out/stage/$path" "$tree/$path"
    done
}
lib=usr/lib/$triplet
move "libstoner$major" "$lib/libstoner.so.$version" "$lib/libstoner.so.$major"
# Debian's libraries are not marked as programs.
chmod 644 "$out/libstoner$major/$lib/libstoner.so.$version"
# As Debian's own tools leave them.
objcopy --remove-section=.comment "$out/libstoner$major/$lib/libstoner.so.$version"
objcopy --remove-section=.comment "$out/stage/$lib/libstoner.a"
move libstoner-dev "$lib/libstoner.so" "$lib/libstoner.a" "$lib/pkgconfig" "$lib/cmake" usr/include
# Debuggers look for symbols elsewhere in Debian, and find them in the archive `make dist` makes.
rm -r "$out/stage/$lib/.debug"
mkdir -p "$out/libstoner-dev/usr/share/doc/libstoner-dev"
documents=$out/stage/usr/share/doc/stoner
rm "$documents/LICENSE-MIT" "$documents/LICENSE-APACHE" "$documents/CHANGELOG.md"
mv "$documents"/*.md "$documents/images" "$documents/examples" "$out/libstoner-dev/usr/share/doc/libstoner-dev/"
rm -r "$documents"
find "$out/stage" -type d -empty -delete
if [ -e "$out/stage" ]; then
    echo "deb.sh: in no package: $(find "$out/stage" -type f)" >&2
    exit 1
fi
# Python's package takes the library of libstoner0.
python=usr/lib/python3/dist-packages/stoner
mkdir -p "$out/python3-stoner/${python%/stoner}"
cp -r bindings/python/src/stoner "$out/python3-stoner/$python"
find "$out/python3-stoner" -name __pycache__ -prune -exec rm -r {} +
ln -s "../../../$triplet/libstoner.so.$major" "$out/python3-stoner/$python/libstoner.so"

# What dpkg's own tools need to know of the source.
cat >"$out/debian/control" <<CONTROL
Source: libstoner
Maintainer: $maintainer

Package: libstoner$major
Architecture: any
CONTROL
needs=$(cd "$out" && dpkg-shlibdeps -O --ignore-missing-info "libstoner$major/$lib/libstoner.so.$version" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')

# package NAME SECTION DEPENDS SUMMARY TEXT
package() {
    name=$1
    tree=$out/$name
    place=$tree/usr/share/doc/$name
    mkdir -p "$tree/DEBIAN" "$place"
    {
        echo "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
        printf '\nFiles: *\nCopyright: the libstoner authors\nLicense: Expat or Apache-2.0\n'
        printf '\nLicense: Apache-2.0\n On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.\n'
        printf '\nLicense: Expat\n'
        sed '1,/^$/d; s/^$/./; s/^/ /' LICENSE-MIT
        printf '\nComment: Linked into the library, with their own terms:\n'
        # shellcheck disable=SC2016
        sed 's/^$/./; s/^/ /' LICENSES/README.md
        for text in LICENSES/*.txt; do
            printf ' .\n == %s ==\n' "$(basename "$text")"
            sed 's/[[:space:]]*$//; s/^$/./; s/^/ /' "$text"
        done
    } >"$place/copyright"
    {
        echo "libstoner ($version) unstable; urgency=low"
        printf '\n  * CHANGELOG.md of the sources says what changed.\n'
        printf '\n -- %s  %s\n' "$maintainer" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")"
    } | gzip -9n >"$place/changelog.gz"
    all=$architecture
    [ "$name" != python3-stoner ] || all=all
    cat >"$tree/DEBIAN/control" <<CONTROL
Package: $name
Source: libstoner
Version: $version
Architecture: $all
Maintainer: $maintainer
Section: $2
Priority: optional
Depends: $3
Description: $4
$(printf '%s\n' "$5" | sed 's/^/ /')
CONTROL
    [ "$all" = all ] || echo "Multi-Arch: same" >>"$tree/DEBIAN/control"
    (cd "$tree" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
    find "$tree" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
    dpkg-deb --root-owner-group --build "$tree" "$out" >/dev/null
}
library="libstoner$major"
mkdir -p "$out/$library/DEBIAN"
echo "libstoner $major $library (>= $version)" >"$out/$library/DEBIAN/shlibs"
printf 'activate-noawait ldconfig\n' >"$out/$library/DEBIAN/triggers"
package "$library" libs "$needs" "X-ray microscopy images: load, process, save" \
    "Loads scans of scanning transmission X-ray microscopes (NXstxm), TIFF, PNG and
npy as masked arrays with metadata, processes and saves them. This package has
the shared library."
package libstoner-dev libdevel "$library (= $version)" "X-ray microscopy images - files for programming" \
    "Headers for C and C++, the static library, files for pkg-config and CMake,
documents and examples of libstoner."
package python3-stoner python "$library (>= $version), python3 (>= 3.10), python3-numpy (>= 1:1.23)" "X-ray microscopy images for Python" \
    "The Python package of libstoner: images that numpy sees without a copy, and a
class STXMImage for scripts that were written for the package Stoner."
ls -l "$out"/*.deb
