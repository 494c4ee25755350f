#!/bin/sh
# Writes what tells other builds of the library: stoner.pc and the CMake package. Both find it from where they lie, so that the
# tree can be moved.
# usage: describe.sh ROOT LIBDIR    ROOT is where the tree lies, LIBDIR its folder of libraries from there: lib, lib/x86_64-linux-gnu
set -eu
cd "$(dirname "$0")/.."
root=$1
libdir=$2

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
major=${version%%.*}
# The way from the folder of libraries up to the root.
up=$(echo "$libdir" | sed 's:/*$::; s:[^/][^/]*:..:g')
# What rustc's own libraries need of the system. The part of gcc that unwinds is not among them: each compiler brings it, as a shared or as
# a static library (gcc_s has no static form).
private="rt pthread m dl"

mkdir -p "$root/$libdir/pkgconfig" "$root/$libdir/cmake/stoner"
cat >"$root/$libdir/pkgconfig/stoner.pc" <<PC
prefix=\${pcfiledir}/../$up
libdir=\${prefix}/$libdir
includedir=\${prefix}/include

Name: stoner
Description: Load, process and save X-ray microscopy images
Version: $version
Libs: -L\${libdir} -lstoner
Libs.private: $(for name in $private; do printf -- '-l%s ' "$name"; done)
Cflags: -I\${includedir}
PC

cat >"$root/$libdir/cmake/stoner/stoner-config.cmake" <<CMAKE
# stoner::stoner is the shared library, stoner::static the static one; both for C (stoner.h) and C++17 (stoner.hpp).
get_filename_component(_stoner_libdir "\${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
get_filename_component(_stoner_prefix "\${_stoner_libdir}/$up" ABSOLUTE)

if(NOT TARGET stoner::stoner)
    add_library(stoner::stoner SHARED IMPORTED)
    set_target_properties(stoner::stoner PROPERTIES
        IMPORTED_LOCATION "\${_stoner_libdir}/libstoner.so.$version"
        IMPORTED_SONAME "libstoner.so.$major"
        INTERFACE_INCLUDE_DIRECTORIES "\${_stoner_prefix}/include")
endif()

if(NOT TARGET stoner::static)
    add_library(stoner::static STATIC IMPORTED)
    set_target_properties(stoner::static PROPERTIES
        IMPORTED_LOCATION "\${_stoner_libdir}/libstoner.a"
        IMPORTED_LINK_INTERFACE_LANGUAGES C
        INTERFACE_LINK_LIBRARIES "$(echo "$private" | tr ' ' ';')"
        INTERFACE_INCLUDE_DIRECTORIES "\${_stoner_prefix}/include")
endif()

unset(_stoner_libdir)
unset(_stoner_prefix)
CMAKE

cat >"$root/$libdir/cmake/stoner/stoner-config-version.cmake" <<CMAKE
# A later version serves where an earlier one of the same major version is asked for.
set(PACKAGE_VERSION "$version")
set(PACKAGE_VERSION_COMPATIBLE FALSE)
if(PACKAGE_FIND_VERSION_RANGE)
    if(PACKAGE_FIND_VERSION_MIN_MAJOR EQUAL $major AND PACKAGE_VERSION VERSION_GREATER_EQUAL PACKAGE_FIND_VERSION_MIN
       AND ((PACKAGE_FIND_VERSION_RANGE_MAX STREQUAL "INCLUDE" AND PACKAGE_VERSION VERSION_LESS_EQUAL PACKAGE_FIND_VERSION_MAX)
            OR (PACKAGE_FIND_VERSION_RANGE_MAX STREQUAL "EXCLUDE" AND PACKAGE_VERSION VERSION_LESS PACKAGE_FIND_VERSION_MAX)))
        set(PACKAGE_VERSION_COMPATIBLE TRUE)
    endif()
elseif(NOT PACKAGE_FIND_VERSION)
    set(PACKAGE_VERSION_COMPATIBLE TRUE)
elseif(PACKAGE_FIND_VERSION_MAJOR EQUAL $major AND PACKAGE_VERSION VERSION_GREATER_EQUAL PACKAGE_FIND_VERSION)
    set(PACKAGE_VERSION_COMPATIBLE TRUE)
    if(PACKAGE_VERSION VERSION_EQUAL PACKAGE_FIND_VERSION)
        set(PACKAGE_VERSION_EXACT TRUE)
    endif()
endif()
if(CMAKE_SIZEOF_VOID_P AND NOT CMAKE_SIZEOF_VOID_P EQUAL 8)
    set(PACKAGE_VERSION "$version (64 bit)")
    set(PACKAGE_VERSION_UNSUITABLE TRUE)
endif()
CMAKE
