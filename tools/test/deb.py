"""The packages for Debian: looked at by lintian, installed into a bare Debian, used there as a programmer would, and removed again."""

import os
import shutil

import elsewhere
from install import version
from process import ROOT, have, missing
from results import Counts, from_status

MADE = ROOT / "build/deb"
RELEASE = "bookworm"
#: What a programmer's and a Python user's machine has besides.
BESIDE = ("gcc", "libc6-dev", "pkg-config", "python3-numpy")
PROGRAM = "cc -Wall -Werror $(dpkg -L libstoner-dev | grep /demo.c) $(pkg-config --cflags --libs stoner) -o /tmp/demo"
SCANS = "data=/usr/share/doc/libstoner-dev/examples/data"
PYTHON = """
import os, numpy, stoner
plus, minus = (stoner.load(f"{os.environ['DATA']}/domain_{sign}.hdf5") for sign in ("plus", "minus"))
xmcd = numpy.asarray(plus.XMCD(minus))
a, b = (numpy.asarray(image, float) for image in (plus, minus))
assert numpy.allclose(xmcd, (a - b) / (a + b), equal_nan=True), "the contrast is not numpy's"
assert xmcd.size > 1000 and xmcd.std() > 0
print(stoner.library_version())
"""


def suite(log):
    """Long: it makes a root of Debian."""
    if os.getuid() != 0 or log.run(["tools/setup/dist.sh"], timeout=3600)[0] != 0 or not have("debootstrap"):
        return missing("deb: debootstrap is not installed, or this is not root")
    # lintian takes no address of this machine for that of a person.
    maker = {"DEBFULLNAME": "The libstoner authors", "DEBEMAIL": "libstoner@example.org"}
    counts = from_status(log.run(["make", "--no-print-directory", "deb"], timeout=7200, env=maker)[0], "make deb")
    packages = sorted(MADE.glob("*.deb"))
    counts += from_status(len(packages) != 3, f"three packages are made: {[path.name for path in packages]}")
    if counts.failed:
        return counts
    if have("lintian"):
        status, said = log.run(["lintian", "--allow-root", "--fail-on", "error,warning", *packages], timeout=1800)
        counts += from_status(status or said.strip() != "", "lintian has no error and no warning")
    else:
        counts += missing("deb: lintian is not installed")
    root = elsewhere.debootstrapped(log, RELEASE, *BESIDE)
    if root is None:
        counts += missing(f"deb: Debian {RELEASE} cannot be had")
        return counts
    counts += installed(log, root, packages)
    return counts


def installed(log, root, packages):
    inside = elsewhere.into(root)

    def does(script, what):
        return from_status(log.run([*inside, "sh", "-euc", script], timeout=900)[0], f"Debian {RELEASE}: {what}")

    names = [path.name.partition("_")[0] for path in packages]
    log.run([*inside, "dpkg", "--purge", *names])
    before = files(root)
    counts = Counts()
    counts += does(f"dpkg -i {' '.join(map(str, packages))}", "the packages install, with all that they depend on")
    counts += does(f"{PROGRAM} && {SCANS} && mkdir -p /tmp/out && /tmp/demo $data/domain_plus.hdf5 $data/domain_minus.hdf5 /tmp/out && test -s /tmp/out/xmcd.png", "a C program builds by pkg-config and runs")
    counts += does(f"{PROGRAM} -static $(pkg-config --static --libs stoner) && {SCANS} && rm /tmp/out/* && /tmp/demo $data/domain_plus.hdf5 $data/domain_minus.hdf5 /tmp/out && test -s /tmp/out/xmcd.png", "the same linked statically")
    (root / "tmp/try.py").write_text(PYTHON)
    counts += does(f"{SCANS} && DATA=$data python3 -B /tmp/try.py | grep -Fx {version()}", "Python computes the contrast")
    counts += does(f"dpkg --purge {' '.join(reversed(names))}", "the packages are removed")
    shutil.rmtree(root / "tmp/out", ignore_errors=True)
    left = sorted(str(path) for path in files(root) - before)
    counts += from_status(bool(left), f"nothing of them is left: {left[:5]}")
    return counts


def files(root):
    """What lies where packages put files."""
    return {path.relative_to(root) for folder in ("usr", "etc") for path in (root / folder).rglob("*") if path.is_symlink() or path.is_file()}
