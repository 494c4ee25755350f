"""The library for Conan 2. See packaging/README.md."""

import os
import re

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.files import copy, rm, rmdir
from conan.tools.layout import basic_layout

# Of the recipe itself, and of its copy in Conan's cache, beside which the sources lie.
PROJECT = os.path.join("..", "..")


class Libstoner(ConanFile):
    name = "libstoner"
    description = "Load, process and save X-ray microscopy (STXM) images"
    license = "MIT OR Apache-2.0"
    topics = ("microscopy", "x-ray", "stxm", "nexus", "image")
    package_type = "library"
    settings = "os", "arch"
    options = {"shared": [True, False]}
    default_options = {"shared": True}

    def set_version(self):
        with open(os.path.join(self.recipe_folder, PROJECT, "Cargo.toml"), encoding="utf-8") as file:
            self.version = re.search(r'^version = "(.*)"$', file.read(), flags=re.MULTILINE)[1]

    def export_sources(self):
        source = os.path.join(self.recipe_folder, PROJECT)
        for folder in ("src", "fft", "macros", "tools", "include", "interface", "assets", "bindings", "data", "docs", "examples", "LICENSES"):
            copy(self, f"{folder}/*", source, self.export_sources_folder)
        # Cargo.toml names them.
        copy(self, "tests/*.rs", source, self.export_sources_folder)
        for name in ("Cargo.toml", "Cargo.lock", "build.rs", "Makefile", "LICENSE-*", "CHANGELOG.md", "README.md"):
            copy(self, name, source, self.export_sources_folder)

    def layout(self):
        basic_layout(self, src_folder=".")

    def validate(self):
        if self.settings.os != "Linux" or self.settings.arch not in ("x86_64", "armv8"):
            raise ConanInvalidConfiguration("for 64-bit Linux; for Windows there is the archive of `make dist`")

    def build(self):
        self.run("make lib", cwd=self.source_folder)

    def package(self):
        self.run(f'make install PREFIX="{self.package_folder}"', cwd=self.source_folder)
        copy(self, "LICENSE-*", self.source_folder, os.path.join(self.package_folder, "licenses"))
        # Conan writes what tells other builds itself, and packages have no documents.
        for folder in ("lib/pkgconfig", "lib/cmake", "share"):
            rmdir(self, os.path.join(self.package_folder, folder))
        rm(self, "libstoner.a" if self.options.shared else "libstoner.so*", os.path.join(self.package_folder, "lib"))

    def package_info(self):
        self.cpp_info.libs = ["stoner"]
        self.cpp_info.set_property("cmake_file_name", "stoner")
        self.cpp_info.set_property("cmake_target_name", "stoner::stoner")
        self.cpp_info.set_property("pkg_config_name", "stoner")
        if not self.options.shared:
            self.cpp_info.system_libs = ["rt", "pthread", "m", "dl"]
