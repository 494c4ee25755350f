# Cargo makes one kind of build here.
set(VCPKG_BUILD_TYPE release)

# Of a release: vcpkg_download_distfile and vcpkg_extract_source_archive of libstoner-${VERSION}-source.tar.gz.
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)

# vcpkg has no Rust compiler of its own.
find_program(CARGO cargo PATHS ENV PATH "$ENV{HOME}/.cargo/bin" REQUIRED)

vcpkg_execute_required_process(
    COMMAND make lib "CARGO=${CARGO}"
    WORKING_DIRECTORY "${SOURCE_PATH}"
    LOGNAME "build-${TARGET_TRIPLET}"
)
vcpkg_execute_required_process(
    COMMAND make install "PREFIX=${CURRENT_PACKAGES_DIR}"
    WORKING_DIRECTORY "${SOURCE_PATH}"
    LOGNAME "install-${TARGET_TRIPLET}"
)

# One kind of library is installed: the one that the triplet asks for.
if(VCPKG_LIBRARY_LINKAGE STREQUAL "static")
    file(GLOB UNWANTED "${CURRENT_PACKAGES_DIR}/lib/libstoner.so*")
else()
    set(UNWANTED "${CURRENT_PACKAGES_DIR}/lib/libstoner.a")
endif()
file(REMOVE ${UNWANTED})

vcpkg_cmake_config_fixup(PACKAGE_NAME stoner CONFIG_PATH lib/cmake/stoner)
vcpkg_fixup_pkgconfig()
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/share/doc" "${CURRENT_PACKAGES_DIR}/debug")
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE-MIT" "${SOURCE_PATH}/LICENSE-APACHE")
