#!/bin/sh
# Cross-builds the library for 64-bit Windows and lays it out in build/windows: bin with stoner.dll; lib with the import libraries
# for MinGW (libstoner.dll.a) and MSVC (stoner.lib) and the list of exports (stoner.def); include and labview with the headers.
set -eu
cd "$(dirname "$0")/.."

target=x86_64-pc-windows-gnu
prefix=x86_64-w64-mingw32
out=build/windows
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
mkdir -p "$out/bin" "$out/lib" "$out/include" "$out/labview"

# What Windows shows of the file.
numbers=$(echo "$version" | sed 's/[^0-9.].*//; s/\./,/g'),0
cat >"$out/version.rc" <<RESOURCE
1 VERSIONINFO
FILEVERSION $numbers
PRODUCTVERSION $numbers
FILEOS 0x40004L
FILETYPE 0x2L
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "040904E4"
    BEGIN
      VALUE "FileDescription", "X-ray microscopy images: load, process, save"
      VALUE "FileVersion", "$version"
      VALUE "InternalName", "stoner"
      VALUE "LegalCopyright", "MIT or Apache-2.0"
      VALUE "OriginalFilename", "stoner.dll"
      VALUE "ProductName", "libstoner"
      VALUE "ProductVersion", "$version"
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x409, 1252
  END
END
RESOURCE
"$prefix-windres" "$out/version.rc" "$out/version.o"

# The protections that Windows offers; and no time, so that the same sources make the same library.
link="-C linker=$PWD/tools/windows_link.sh -C link-arg=$PWD/$out/version.o -C link-arg=-Wl,--nxcompat,--dynamicbase,--high-entropy-va,--no-insert-timestamp"
build() {
    # The words of $link are arguments of their own.
    # shellcheck disable=SC2086
    CARGO_ENCODED_RUSTFLAGS=$(tools/remap.sh) CARGO_TARGET_DIR="$out/target" \
        cargo rustc --release --lib --locked --target "$target" "$@" -- $link
}
if [ -d "$(rustc --print target-libdir --target "$target" 2>/dev/null)" ]; then
    build
else
    # Debian's compiler, which builds the standard library for Windows from its sources.
    PATH=/usr/bin:$PATH
    export PATH RUSTC_BOOTSTRAP=1
    build -Zbuild-std=std,panic_unwind
fi

built="$out/target/$target/release"
cp "$built/stoner.dll" "$out/bin/"
# Names of symbols name the folder of the build; without --preserve-dates strip writes the time into the file.
"$prefix-strip" --strip-all --preserve-dates "$out/bin/stoner.dll"
cp "$built/libstoner.dll.a" "$out/lib/"

# MSVC's linker takes the short import libraries that LLVM writes.
{
    echo "LIBRARY stoner.dll"
    echo EXPORTS
    "$prefix-objdump" -p "$out/bin/stoner.dll" | awk '$NF ~ /^stoner_/ { print "    " $NF }' | sort
} >"$out/lib/stoner.def"
llvm-dlltool -m i386:x86-64 -d "$out/lib/stoner.def" -l "$out/lib/stoner.lib"

cp include/stoner.h bindings/cpp/stoner.hpp "$out/include/"
rm -rf "$out/include/stoner"
cp -r bindings/cpp/stoner "$out/include/"
cp bindings/labview/generated/* "$out/labview/"
