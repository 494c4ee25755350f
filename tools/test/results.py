"""Counts, and how each kind of test output is counted."""

import collections
import re
import xml.etree.ElementTree
from dataclasses import dataclass, field


@dataclass
class Counts:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    # Lines for the person: what failed, what was skipped and why.
    notes: list[str] = field(default_factory=list)

    def __iadd__(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        self.notes += other.notes
        return self

    def __str__(self):
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"

    def lines(self):
        """The notes, where tests that were skipped for one reason share a line: hundreds of them would hide what failed."""
        lines = [note for note in self.notes if not note.startswith("skipped ")]
        reasons = collections.defaultdict(list)
        for note in self.notes:
            if note.startswith("skipped "):
                test, _, reason = note.removeprefix("skipped ").rpartition(": ")
                reasons[reason].append(test)
        for reason, tests in reasons.items():
            among = f"{len(tests)} tests, {tests[0]} among them" if len(tests) > 1 else tests[0]
            lines.append(f"skipped {among}: {reason}" if tests[0] else f"skipped {reason}")
        return lines

    def ran(self):
        return self.passed + self.failed + self.skipped > 0


def passed():
    return Counts(passed=1)


def failed(why):
    return Counts(failed=1, notes=[f"FAILED {why}"])


def skipped(why):
    return Counts(skipped=1, notes=[f"skipped {why}"])


def require_results(counts, status, what):
    """A program that ends badly without naming a failed test, or that tests nothing, has failed."""
    if status != 0 and counts.failed == 0:
        counts += failed(f"{what}: ended with status {status}")
    elif not counts.ran():
        counts += failed(f"{what}: no test ran")
    return counts


def from_status(status, what):
    return passed() if status == 0 else failed(what)


def from_cargo(status, output):
    """What `cargo test -- --show-output` prints. A Rust test cannot skip itself: it prints a line that begins with
    `skipped: ` and says why, and returns."""
    counts = Counts()
    test = None
    for line in output.splitlines():
        result = re.match(r"test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored", line)
        if result:
            counts += Counts(*map(int, result.groups()))
        elif re.match(r"test .* \.\.\. FAILED$", line):
            counts.notes.append(f"FAILED {line[5:-11]}")
        elif re.match(r"test .* \.\.\. ignored", line):
            counts.notes.append(f"skipped {line[5:]}")
        elif line.startswith("---- ") and line.endswith(" stdout ----"):
            test = line[5:-12]
        elif line.startswith("skipped: ") and test:
            counts += Counts(passed=-1, skipped=1, notes=[f"skipped {test}: {line[9:]}"])
            test = None
    return require_results(counts, status, "cargo test")


def from_c(status, output, program):
    """The lines of tests/c/harness.h."""
    counts = Counts()
    for line in output.splitlines():
        if line.startswith("ok "):
            counts += passed()
        elif line.startswith("not ok "):
            counts += failed(f"{program}: {line[7:]}")
        elif line.startswith("skip "):
            counts += skipped(f"{program}: {line[5:]}")
    return require_results(counts, status, program)


def from_junit(status, path):
    counts = Counts()
    try:
        cases = xml.etree.ElementTree.parse(path).iter("testcase")
    except (OSError, xml.etree.ElementTree.ParseError):
        cases = []
    for case in cases:
        name = f"{case.get('classname')}::{case.get('name')}"
        skip = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            counts += failed(name)
        elif skip is not None:
            counts += skipped(f"{name}: {skip.get('message')}")
        else:
            counts += passed()
    return require_results(counts, status, "pytest")
