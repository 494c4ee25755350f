# Builds, tests and shows libstoner. `make help` lists the targets.

PYTHON ?= python3
CARGO ?= cargo
CC ?= cc

# Where `make install` puts the library.
PREFIX ?= /usr/local
LIBDIR ?= lib
DESTDIR ?=

# Which libraries for Linux `make dist` packs.
LINUX ?= x86_64

# A cmake that is recent enough for HDF5 is linked here where the system's is not.
export PATH := $(CURDIR)/build/tools:$(PATH)

# The scans of the demo: two of opposite polarization.
PLUS ?= data/demo/domain_plus.hdf5
MINUS ?= data/demo/domain_minus.hdf5
# And its stack, with the photon energies (eV) before and at the edge.
STACK ?= data/demo/cobalt.hdf5
BEFORE ?= 775
AT ?= 778

.PHONY: help lib install uninstall linux dist deb wheel demo test test-% header tables bench gallery variations windows oom fuzz fuzz-hdf5 hostile soak coverage tsan asan valgrind loom deny mutants fmt fmt-check clippy setup setup-cmake setup-hdf5 setup-tests clean

help:            ## lists the targets
	@sed -n 's/^\([a-z%-]*\):[^#]*## */\1\t/p' Makefile | expand -t 16

lib:             ## the shared library and its header, in build/lib and build/include
	@CARGO_ENCODED_RUSTFLAGS="$$(tools/remap.sh)" CARGO_PROFILE_RELEASE_DEBUG=line-tables-only $(CARGO) build --release --lib --locked
	tools/stage.sh

windows:         ## the library for 64-bit Windows, cross-built, in build/windows
	@tools/setup/windows.sh
	@tools/windows.sh

linux:           ## the library for Linux systems of the last ten years (glibc 2.17), in build/linux (LINUX="x86_64 x86_64-musl aarch64" for others)
	@PYTHON=$(PYTHON) tools/setup/linux.sh $(LINUX)
	@tools/linux.sh $(LINUX)

dist: linux windows ## archives for Linux and Windows, MATLAB's packages, wheels, sources and their sums, in build/dist
	@PYTHONDONTWRITEBYTECODE=1 $(PYTHON) tools/dist build/dist $(foreach name,$(LINUX),linux-$(name)=build/linux/$(name)) windows-x86_64=build/windows

deb: $(if $(wildcard build/lib/libstoner.so),,lib) ## packages for Debian, in build/deb: libstoner0, libstoner-dev, python3-stoner
	@tools/deb.sh

wheel: lib       ## the Python package with the library inside, in build/wheel
	@PYTHON=$(PYTHON) tools/setup/wheel.sh

install: $(if $(and $(wildcard build/lib/libstoner.so),$(wildcard build/lib/libstoner.a)),,lib) ## installs what `make lib` made (PREFIX=/usr/local, LIBDIR=lib below it, DESTDIR=)
	@PREFIX="$(PREFIX)" LIBDIR="$(LIBDIR)" DESTDIR="$(DESTDIR)" tools/install.sh install

uninstall:       ## removes what `make install` installed
	@PREFIX="$(PREFIX)" LIBDIR="$(LIBDIR)" DESTDIR="$(DESTDIR)" tools/install.sh uninstall

demo: lib        ## the magnetic contrast of two scans, an element's image and spectrum from a stack, in demo-out (PLUS=scan MINUS=scan, STACK=scan BEFORE=eV AT=eV for others)
	for program in demo demo_stack; do \
	    $(CC) -std=c99 -Wall -Wextra -pedantic -O2 bindings/c/$$program.c -Ibuild/include -Lbuild/lib \
	        -Wl,-rpath,$(CURDIR)/build/lib -lstoner -lm -o build/$$program || exit 1; \
	done
	mkdir -p demo-out
	build/demo "$(PLUS)" "$(MINUS)" demo-out
	build/demo_stack "$(STACK)" "$(BEFORE)" "$(AT)" demo-out

test: setup-tests ## everything; `make test-c` runs one suite, `make test-list` names them
	$(PYTHON) tools/test/run.py

test-%: setup-tests
	$(PYTHON) tools/test/run.py $*

header:          ## writes interface/interface.json, include/stoner.h and what the bindings make from the former
	$(CARGO) run --quiet --package stoner-header
	@$(MAKE) --no-print-directory tables

tables:
	@$(PYTHON) bindings/generator

bench: lib setup-hdf5 ## the tables of docs/benchmarks.md (FAMILY=filters for one of them, SCAN=scan for another scan)
	@PYTHON=$(PYTHON) tools/setup/environment.sh peers tools/bench
	@PYTHON=$(PYTHON) tools/setup/conformance.sh
	@SCAN="$(SCAN)" $(PYTHON) tools/bench/run.py $(FAMILY)

gallery: lib     ## the pictures of docs/gallery.md
	@PYTHON=$(PYTHON) tools/setup/conformance.sh
	@STONER_LIBRARY=$(CURDIR)/build/lib/libstoner.so PYTHONDONTWRITEBYTECODE=1 \
	    build/conformance/bin/python tools/pictures/gallery.py

variations: test-variations ## the numerical tests with the kernels of other processors and on a busy machine, some hours
oom: test-oom-every       ## every request for memory of fifty operations refused in turn, some hours; `make test-oom` does a part
hostile: test-hostile    ## 1,000,000 calls with good and hostile arguments mixed
soak: test-soak          ## 100,000 mixed operations in eight threads: memory and handles stay what they are
coverage: test-coverage  ## the lines and branches of the readers and of the C surface that the tests reach, an hour; build/coverage/lines.txt
asan: test-asan          ## the C tests and the arrays' unit tests under AddressSanitizer
tsan: test-tsan-long      ## the C tests under ThreadSanitizer, with an instrumented standard library (Debian's rustc-web), an hour; `make test-tsan` is short
valgrind: test-valgrind  ## the C tests under valgrind
loom: test-loom          ## the handle registry, model-checked
fmt-check: test-fmt      ## whether the sources are formatted
clippy: test-clippy      ## the lints

fuzz:            ## 1,000,000 executions of each fuzz target (RUNS=n for another number, FUZZ="tiff png" for some targets)
	@RUNS=$(or $(RUNS),1000000) FUZZ="$(FUZZ)" $(PYTHON) tools/test/run.py fuzz

fuzz-hdf5: setup-hdf5 ## 100,000 damaged HDF5 files and 25,000 scans with a wrong field (MUTATIONS=n for n and n / 4), compared with libhdf5 in a child process
	$(CARGO) build --lib --examples --features generate-scans
	@STONER_LIBRARY=$(CURDIR)/target/debug/libstoner.so STONER_DUMP=$(CURDIR)/target/debug/examples/dump_scan STONER_HDF5_MUTATIONS=$(or $(MUTATIONS),100000) \
	    build/conformance/bin/python -m pytest -q -s -p no:cacheprovider tests/conformance/test_hdf5_damage.py tests/conformance/test_hdf5_structures.py

deny:            ## licences, sources, versions and known vulnerabilities of all crates, by cargo-deny (installed into build/tools)
	@command -v cargo-deny >/dev/null || [ -x build/tools/bin/cargo-deny ] || $(CARGO) install --locked --root build/tools cargo-deny
	@PATH="$(CURDIR)/build/tools/bin:$$PATH" $(CARGO) deny --all-features check

mutants: test-mutants    ## small faults in xray, ops/register and io, and whether the tests notice them, hours (EVERY=10 for every tenth, MUTANTS="src/xray" for a part)

fmt:             ## formats the sources
	$(CARGO) fmt --all

setup: setup-tests ## installs what the build and the tests need, as far as it may

setup-cmake:
	@PYTHON=$(PYTHON) tools/setup/cmake.sh

# HDF5 is built once, for all profiles.
setup-hdf5: setup-cmake
	@CARGO="$(CARGO)" tools/setup/hdf5.sh

setup-tests: setup-hdf5
	@tools/setup/packages.sh python3 pkg-config gcc clang g++ clang++=clang valgrind \
	    octave-cli=octave mkoctfile=octave-dev \
	    /usr/include/doctest/doctest.h=doctest-dev abidiff=abigail-tools
	@tools/setup/windows.sh

clean:           ## removes what was built
	$(CARGO) clean
	rm -rf build demo-out .cargo
