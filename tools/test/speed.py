"""Whether typical calls take more instructions than before: speed that rots is seen, on whatever machine and beside whatever runs there.

Callgrind counts the instructions that the library takes in the calls of tests/speed/calls.c, with the kernels for baseline x86-64, so that
the counts are the same on every processor, but for what the libraries for FFT and packing choose themselves. The C library's are not counted: it
copies memory with one instruction a byte on one processor and one for 32 bytes on the next. The counts are compared with those of
tests/speed/instructions.json, which are of one version of the compiler: another one's are not compared. Fewer instructions are no failure, but are
said, since then the baseline is out of date.

    python3 tools/test/speed.py        writes the baseline anew, from the library of build/lib
"""

import json
import platform
import re
import sys
import tempfile
from pathlib import Path

from process import ROOT, Log, have, missing
from results import Counts, failed, passed, skipped

BASELINE = ROOT / "tests/speed/instructions.json"
PROGRAM = ROOT / "tests/speed/calls.c"
BUILD = ROOT / "build/speed"
#: How many instructions more or less than the baseline's, in percent, are no change.
TOLERANCE = 5


def suite(log):
    reason = cannot(log)
    if reason:
        return reason
    if not BASELINE.exists():
        return missing("speed: there is no baseline; write it: python3 tools/test/speed.py")
    baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    if baseline["compiler"] != compiler(log):
        return skipped(f"speed: the baseline is of {baseline['compiler']}, this is {compiler(log)}")
    counted = count(log)
    if counted is None:
        return failed("speed: the calls did not run to their end under callgrind")
    # On a busy machine a call may take more once, by what threads and clocks do meanwhile; code that takes more does so every time.
    for _ in range(2):
        if all(counted.get(name, 0) <= before * (1 + TOLERANCE / 100) for name, before in baseline["instructions"].items()):
            break
        again = count(log) or {}
        counted = {name: min(number, again.get(name, number)) for name, number in counted.items()}
    counts = Counts()
    if counted.keys() != baseline["instructions"].keys():
        counts += failed("speed: the baseline is of other calls")
    for name, before in baseline["instructions"].items():
        now = counted.get(name, 0)
        change = 100 * (now - before) / before
        log.write(f"{name:16} {now:12,} instructions, {change:+.1f} %\n")
        if change > TOLERANCE:
            counts += failed(f"speed: {name} takes {now:,} instructions, {change:.1f} % more than {before:,}")
        else:
            counts += passed()
            if change < -TOLERANCE:
                counts.notes.append(f"speed: {name} takes {-change:.1f} % fewer instructions than the baseline says: write it anew")
    return counts


def cannot(log):
    """Why nothing can be counted here, or None."""
    for tool in ("valgrind", "cc"):
        if not have(tool):
            return missing(f"speed: {tool} is not installed")
    if platform.machine() != "x86_64":
        return skipped(f"speed: the baseline is of x86-64, this is {platform.machine()}")
    return None


def compiler(log):
    """What decides how many instructions a call has, besides the source."""
    _, out = log.run(["rustc", "--version"])
    return out.strip()


def count(log):
    """The instructions of each call, by its name."""
    BUILD.mkdir(parents=True, exist_ok=True)
    program = BUILD / "calls"
    library = ROOT / "build/lib"
    command = ["cc", "-std=c99", "-O1", "-g", "-Ibuild/include", PROGRAM, f"-L{library}", f"-Wl,-rpath,{library}", "-lstoner", "-o", program]
    if log.run(command)[0] != 0:
        return None
    with tempfile.TemporaryDirectory() as folder:
        names = re.findall(r"^COUNTED\((\w+)\)", PROGRAM.read_text(encoding="utf-8"), re.MULTILINE)
        options = [f"--{when}=count_{name}" for name in names for when in ("zero-before", "dump-after")]
        options.append(f"--callgrind-out-file={folder}/out")
        command = ["valgrind", "--tool=callgrind", *options, program, "data/demo/domain_plus.hdf5", f"{folder}/saved.tiff"]
        if log.run(command, timeout=600, env={"STONER_INSTRUCTION_SET": "baseline"})[0] != 0:
            return None
        return dict(filter(None, map(dumped, Path(folder).glob("out.*"))))


def dumped(path):
    """The call of a dump and the library's own instructions in it; None for the dump of the end."""
    text = path.read_text(encoding="utf-8", errors="replace")
    trigger = re.search(r"^desc: Trigger: --dump-after=count_(\w+)", text, re.MULTILINE)
    return (trigger[1], of_the_library(text)) if trigger else None


def of_the_library(text):
    """The sum of the self costs in Callgrind's output of functions of libstoner.

    A line `ob=(number) path` says which program or library the following functions are of; the path stands at the number's first use. A cost is
    a line of a position and a number, and the line after `calls=` has what the called function took, which is counted there.
    """
    names, current, total, called = {}, "", 0, False
    for line in text.splitlines():
        if objects := re.match(r"c?ob=(\(\d+\))(?: (.*))?$", line):
            number, name = objects.groups()
            if name:
                names[number] = Path(name).name
            if not line.startswith("c"):
                current = names[number]
        elif line.startswith("calls="):
            called = True
        elif cost := re.match(r"(?:[+-]?\d+|\*) (\d+)$", line):
            if current.startswith("libstoner") and not called:
                total += int(cost[1])
            called = False
    return total


def main():
    with Log("speed") as log:
        reason, counted = cannot(log), None
        if not reason:
            counted = count(log)
        if not counted:
            print(f"nothing was counted: see {log.path}", file=sys.stderr)
            return 1
        text = json.dumps({"compiler": compiler(log), "instructions": dict(sorted(counted.items()))}, indent=2)
        BASELINE.write_text(text + "\n", encoding="utf-8")
    print("\n".join(f"{name:16} {n:12,}" for name, n in sorted(counted.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
