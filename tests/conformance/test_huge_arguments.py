"""No finite argument makes a call take more than the context's limit of memory, or run for ever.

Every number that a function takes is made huge, tiny or negative: alone, with its neighbours, and beside other values of the function's
options. All calls run in a process of their own, this file as a program, which says what each call cost.
"""

import json
import os
import pathlib
import select
import subprocess
import sys

import numpy as np
import pytest
import test_interface as cases
from stoner_c import CONSTANTS, StonerError, from_array, lib

#: What a context allows, and what a process may take beside: stacks of threads, the allocator's reserve.
MEMORY = 256 << 20
BESIDE = 48 << 20
#: The address space that the calls have. More is an error of the call, not the end of the machine.
ADDRESSES = 6 << 30
#: Seconds of silence after which a call is taken to run for ever; the images are small, so a call takes milliseconds.
PATIENCE = 100

REALS = (1e6, 1e9, float(1 << 31), 1e18, 1e300, -1e6, -1e300, 1e-9, 1e-300, 5e-324)
INTEGERS = {4: (10**6, (1 << 31) - 1, -(1 << 31)), 8: (10**6, 10**9, 1 << 40, (1 << 63) - 1, -(1 << 63))}

#: These read or write memory of the caller, whose size the arguments state: a wrong one is the caller's lie.
CALLERS_MEMORY = {"image_from_data", "image_borrow", "image_arithmetic_read", "image_read", "image_write", "image_write_mask", "image_tolist"}
#: These ask a person.
ELSEWHERE = {"get_filedialog", "image_get_filename", "image_line_select"}

PICTURES = {"image_imshow_rgba", "image_imshow_layout", "image_plot_histogram_rgba", "image_plot_histogram_layout", "table_plot_rgba", "table_plot_layout"}


def functions():
    left_out = CALLERS_MEMORY | ELSEWHERE
    # What works on files has its own tests: test_file_limits.py, test_files.py.
    with_files = {f.short for f in cases.C.functions if any(p.kind == "path" for p in f.parameters)}
    # So do what reads scans and live images: test_scan.py, test_live.py.
    left_out |= with_files | {f.short for f in cases.C.functions if any(p.base in ("stoner_scan", "stoner_live") for p in f.parameters)}
    return [f for f in cases.C.functions if f.has_status and f.short not in left_out and not f.short.endswith("_free") and [*numeric(f)]]


def numeric(function):
    """The parameters that are numbers of any kind, but not sizes of the caller's memory."""
    for p in function.parameters:
        if p.role in ("number", "numbers") and p.base in ("double", "int32_t", "int64_t", "uint64_t"):
            if not (p.is_size or p.is_dtype) and p.kind not in ("mask", "strides", "bytes") and p.name not in ("capacity", "length"):
                yield p


def extremes(p, few=False):
    if p.base == "uint64_t":
        return (10**6, (1 << 64) - 1)
    every = REALS if p.base == "double" else INTEGERS[cases.interface.NUMBERS[p.base]]
    return every[::3] if few else every


def filled(p, value, usual):
    """A value for a parameter: an array gets it in all places, and with signs that take turns."""
    if p.role == "number":
        return [value]
    n = len(usual) if usual is not None else p.room if p.room > 1 else 2
    largest = {"double": float("inf"), "uint64_t": 0, "int32_t": (1 << 31) - 1, "int64_t": (1 << 63) - 1}[p.base]
    return [[value] * n, [value, min(-value, largest) if p.base != "uint64_t" else 0] * (n // 2) + [value] * (n % 2)]


def table():
    made = lib.table_new()
    for name in "abc":
        lib.table_add_column(made, name, None, np.arange(9.0))
    return made


def usual_arguments(function, around):
    """The arguments of a call that does its work."""
    given, handles = dict(around), {}
    special = cases.SPECIAL.get(function.short, {})
    for p in function.parameters:
        if p.role == "handle" and p.base != "stoner_image":
            given[p.name] = None
            handles[p.name] = table() if p.base == "stoner_table" else None if p.optional else lib.metadata_new()
        elif p.must_be_given and p.role in ("text", "number", "numbers") and p.name not in {**cases.REQUIRED, **special, **given}:
            given[p.name] = {"text": "entry", "number": 1, "numbers": [1] * p.room}[p.role]
    if function.short in PICTURES:
        given |= {"width": 60, "height": 50}
    return cases.arguments(function, given) | handles


def variations(function):
    """Other values of the options, under which a number may cost more."""
    yield {}
    seen = []
    for p in cases.optional(function):
        other = cases.beside(function.short, p.name)
        if other and repr(other) not in seen:
            seen.append(repr(other))
            yield other
    for mode in (p for p in function.parameters if p.enumeration and p.role == "number"):
        for constant in cases.C.enumerations[mode.enumeration].values:
            yield {mode.name: constant.value}


def calls(function):
    """(what is extreme, the arguments) of each call."""
    for around in variations(function):
        usual = usual_arguments(function, around)
        numbers = [p for p in numeric(function) if p.name in usual]
        for p in numbers:
            for value in extremes(p, few=bool(around)):
                for made in filled(p, value, usual[p.name]):
                    yield f"{p.name} {made}", resized(function, usual | {p.name: made})
        for k in range(0, len(REALS), 3 if around else 1):
            together = {p.name: filled(p, extremes(p)[k % len(extremes(p))], usual[p.name])[-1] for p in numbers}
            if len(together) > 1:
                yield f"all {together}", resized(function, usual | together)


def resized(function, made):
    for p in function.parameters:
        if p.count and p.role in ("numbers", "handles"):
            made[p.count] = 0 if made[p.name] is None else len(made[p.name])
    return made


# ---------------------------------------------------------------------------------------------------------------------
# Options of pictures, by name


def option_names(draw):
    """The names of a picture's options, as the refusal of an unknown one lists them."""
    options = lib.metadata_new()
    lib.metadata_set_i64(options, "no such option", 1)
    with pytest.raises(StonerError) as caught:
        draw(options)
    return str(caught.value).split("allowed: ")[1].split(", ")


def pictures(folder):
    image, path = from_array(cases.REAL), f"{folder}/picture.png"
    yield "image_imshow", lambda options: lib.image_imshow(image, path=path, options=options)
    yield "image_plot_histogram", lambda options: lib.image_plot_histogram(image, path=path, bins=16, options=options)
    yield "table_plot", lambda options: lib.table_plot(table(), path=path, options=options)


def picture_calls(folder):
    for name, draw in pictures(folder):
        for option in option_names(draw):
            for value in (*REALS, *INTEGERS[8], [-1e300, 1e300], [1e-300, 1e300], [0.0, 5e-324], "x" * 100_000):
                yield f"{name} {option} {str(value)[:30]}", lambda: draw(cases.metadata({option: value}))


# ---------------------------------------------------------------------------------------------------------------------
# The process that calls


def peak(field):
    for line in pathlib.Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) << 10
    raise KeyError(field)


def measured(call):
    """The status of a call and the memory that it took at most."""
    # The mark of the most memory begins anew.
    pathlib.Path("/proc/self/clear_refs").write_text("5")
    before = peak("VmRSS")
    try:
        call()
        status = 0
    except StonerError as error:
        status = error.status
    return status, peak("VmHWM") - before


def program(first):
    """All calls from a number on; says each one before and after."""
    import resource
    import tempfile

    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    number = 0

    def do(what, call):
        nonlocal number
        number += 1
        if number <= first:
            return
        # Only what is long in coming or costs much is told: a pipe is slower than a call.
        print(json.dumps([number, what]), flush=True)
        status, memory = measured(call)
        print(json.dumps([number, status, memory]), flush=True)

    for function in functions():
        bound = getattr(lib, function.short)
        # Among the functions are those that set both.
        lib.context_set_threads(2)
        lib.context_set_memory_limit(0)
        for what, made in calls(function):
            do(f"{function.short}: {what}", lambda: bound(**made))
    with tempfile.TemporaryDirectory() as folder:
        for what, call in picture_calls(folder):
            do(what, call)
    print(json.dumps(["end", number]), flush=True)


class Caller:
    """The process, begun again behind a call that kills it."""

    def __init__(self):
        self.faults, self.done, self.largest, self.worked = [], 0, (0, ""), 0

    def run(self):
        while not self.run_from(self.done):
            assert len(self.faults) < 40, self.faults

    def run_from(self, first):
        command = [sys.executable, __file__, str(first)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"MALLOC_ARENA_MAX": "2"})
        rest, what = b"", "the beginning"
        while True:
            if not select.select([process.stdout], [], [], PATIENCE)[0]:
                process.kill()
                self.faults.append(f"{what}: it runs for more than {PATIENCE} s")
                self.done += 1
                break
            part = os.read(process.stdout.fileno(), 1 << 16)
            if not part:
                break
            *lines, rest = (rest + part).split(b"\n")
            for line in lines:
                record = json.loads(line)
                if record[0] == "end":
                    process.wait()
                    return True
                if len(record) == 2:
                    what = record[1]
                else:
                    self.done = record[0]
                    self.judge(what, *record[1:])
        process.wait()
        _, errors = process.communicate()
        if process.returncode != -9:
            self.faults.append(f"{what}: the process ended with {process.returncode}: {errors.decode(errors='replace')[-500:]}")
            self.done += 1
        return False

    def judge(self, what, status, memory):
        self.largest = max(self.largest, (memory, what))
        self.worked += status == 0
        if memory > MEMORY + BESIDE:
            self.faults.append(f"{what}: {memory >> 20} MiB")
        if status == CONSTANTS["STONER_ERR_INTERNAL"]:
            self.faults.append(f"{what}: STONER_ERR_INTERNAL")


def test_no_argument_costs_more_than_the_limit():
    caller = Caller()
    caller.run()
    most = f"the most memory: {caller.largest[0] >> 20} MiB for {caller.largest[1][:200]}"
    print(f"{caller.done} calls, of which {caller.worked} did their work; {most}")
    assert caller.faults == []
    # All refusals would prove nothing, and neither would marks that do not move.
    assert caller.worked > 3000 and caller.largest[0] > 32 << 20


def test_a_raised_limit_allows_more():
    """What the limit refuses is done when the context allows it."""
    image = from_array(cases.REAL)
    context = lib.context_new()
    lib.context_set_memory_limit(1 << 20, ctx=context)
    with pytest.raises(StonerError, match="stoner_context_set_memory_limit") as caught:
        lib.image_hist(image, bins=1 << 17, ctx=context)
    assert caught.value.status == CONSTANTS["STONER_ERR_INVALID_ARGUMENT"]
    lib.context_set_memory_limit(0, ctx=context)
    assert lib.context_memory_limit(ctx=context) == MEMORY
    assert lib.table_row_count(lib.image_hist(image, bins=1 << 17, ctx=context)) == 1 << 17


if __name__ == "__main__":
    program(int(sys.argv[1]))
