"""What became of each assertion, written down when pytest ends. Each cut module imports `judge` from here.

A test goes on after a statement that failed, with names that have no value, or an older one. Where that was because an image has no such dtype, an
assertion about these names says nothing of images: it lacks its array, and is counted as such. What else fails has failed.
"""

import collections
import json
import os

passed, failed, lacking, reasons = collections.Counter(), collections.Counter(), collections.Counter(), {}

#: The package's message for a dtype that an image cannot have.
NO_SUCH_DTYPE = "is none of the library's"


class _Run:
    """One run of a test, with one set of its parameters: the names that have no value for want of a dtype."""

    name = None
    missing = set()

    def of_this_test(self):
        name = os.environ["PYTEST_CURRENT_TEST"].rpartition(" ")[0]
        if name != self.name:
            self.name, self.missing = name, set()
        return self


_run = _Run()


def of(module):
    def judge(test, number, line, error, reads, writes, within):
        run = _run.of_this_test()
        lacks = not run.missing.isdisjoint(reads) or isinstance(error, TypeError) and NO_SUCH_DTYPE in str(error)
        if lacks:
            run.missing |= set(writes)
        elif error is None:
            run.missing -= set(writes)
        for each in [number] if number is not None else within if lacks and error is not None else []:
            key = f"{module}::{test}::{each}"
            if lacks:
                lacking[key] += 1
            elif error is None:
                passed[key] += 1
            else:
                failed[key] += 1
                reasons.setdefault(key, f"line {line}: {type(error).__name__}: {error}"[:300])
        if error is not None and number is None:
            reasons.setdefault(f"{module}::{test}::line {line}", f"{type(error).__name__}: {error}"[:300])

    return judge


def write():
    with open(os.environ["JUDGED_VERDICTS"], "w", encoding="utf-8") as file:
        json.dump({"passed": passed, "failed": failed, "lacking": lacking, "reasons": reasons}, file, indent=1)
