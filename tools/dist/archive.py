"""Archives that are the same, bit for bit, whenever and by whomever they are made of the same files: names in order, one time, no owners."""

import gzip
import io
import os
import stat
import subprocess
import tarfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def epoch():
    """The time of everything in an archive: SOURCE_DATE_EPOCH, or when what is packed was committed."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    return int(subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def members(tree):
    """The files and links below a folder, in the order of their names whatever the locale."""
    found = [path for path in tree.rglob("*") if path.is_symlink() or not path.is_dir()]
    return sorted(found, key=lambda path: path.relative_to(tree).as_posix().encode())


def mode(path):
    return 0o755 if path.stat().st_mode & stat.S_IXUSR else 0o644


def gzipped(path, data):
    with open(path, "wb") as file, gzip.GzipFile(filename="", fileobj=file, mode="wb", compresslevel=6, mtime=0) as packed:
        packed.write(data)


def tar(tree, path):
    """A .tar.gz in which everything lies in a folder of the tree's name."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for member in members(tree):
            info = tarfile.TarInfo(f"{tree.name}/{member.relative_to(tree).as_posix()}")
            info.mtime = epoch()
            if member.is_symlink():
                info.type, info.linkname, info.mode = tarfile.SYMTYPE, os.readlink(member), 0o777
                archive.addfile(info)
            else:
                content = member.read_bytes()
                info.size, info.mode = len(content), mode(member)
                archive.addfile(info, io.BytesIO(content))
    gzipped(path, data.getvalue())


def zipped(tree, path):
    """A .zip in which everything lies in a folder of the tree's name; links become files, which Windows has none of."""
    # A zip's times have no zone, begin in 1980 and are even.
    moment = time.gmtime(max(epoch(), 315532800))[:6]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for member in members(tree):
            info = zipfile.ZipInfo(f"{tree.name}/{member.relative_to(tree).as_posix()}", moment)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            info.external_attr = (stat.S_IFREG | mode(member)) << 16
            archive.writestr(info, member.read_bytes())


def source(name, path):
    """What is committed, with the commit's time."""
    command = ["git", "archive", "--format=tar", f"--prefix={name}/", "HEAD"]
    gzipped(path, subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
