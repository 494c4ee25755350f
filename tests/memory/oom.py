"""What calls do when memory runs out: each request for memory of each operation is refused in turn.

    python tests/memory/oom.py --library build/lib/libstoner.so [--stride N] [--only NAME ...]

The C library's malloc is the one of refuse.c, which this program compiles and preloads. An operation runs in a forked child, first
with all the memory that it wants, then with request 1 refused, 2, 3, ... to the last. Ways of refusing:

    once      request n alone
    onwards   request n and all after it
    large     request n alone of those for 64 KiB or more, on images that are larger than the library's reserve
    starved   all requests of 90,000 calls, one after the other

Each time the call must end with a status, STONER_ERR_NO_MEMORY or, where the refused memory was not needed, with the whole result; it
prints nothing, leaves no handle and no file, and the same call made again gives the same result as before. `ok NAME` or
`not ok NAME` for each operation and way, with the counts.
"""

import argparse
import collections
import ctypes
import os
import pathlib
import signal
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
#: A call that takes longer than this, in seconds, hangs.
PATIENCE = 60
#: So many requests are refused in one child, one after the other.
BLOCK = 40
LARGE = 1 << 16

OUTCOMES = {
    "n": "NO_MEMORY",
    "w": "succeeded, whole",
    "o": "another status",
    "i": "succeeded, but not whole",
    "x": "the next call is broken",
    "l": "handles are left",
    "f": "files are left or changed",
    "e": "something was printed",
    "g": "ended by the C library (a thread's first call)",
    "A": "aborted",
    "S": "crashed",
    "H": "hung",
}
GOOD = "nwg"
#: The C library ends the process by itself where a thread's first access to the thread-local data of a library that was loaded by
#: dlopen, or the first of its destructors, gets no memory. A library cannot prevent that.
OF_GLIBC = ("cannot allocate memory for thread-local data", "failed to register TLS destructor")


def preloaded():
    """Runs this program again with the malloc that refuses, unless it has that."""
    shim = os.environ.get("STONER_REFUSE")
    if shim:
        os.environ.pop("LD_PRELOAD", None)
        return ctypes.CDLL(shim)
    with tempfile.TemporaryDirectory() as folder:
        shim = os.path.join(folder, "librefuse.so")
        subprocess.run(["cc", "-std=gnu11", "-O1", "-fPIC", "-shared", "-o", shim, HERE / "refuse.c"], check=True)
        env = os.environ | {"LD_PRELOAD": shim, "STONER_REFUSE": shim, "PYTHONDONTWRITEBYTECODE": "1"}
        sys.exit(subprocess.run([sys.executable, *sys.argv], env=env, check=False).returncode)


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--library", default=os.environ.get("STONER_LIBRARY", ROOT / "build/lib/libstoner.so"))
    parser.add_argument("--stride", type=int, default=1, help="refuse every n-th request only, and all of the first 20")
    parser.add_argument("--only", nargs="*", help="names of operations")
    parser.add_argument("--ways", nargs="*", default=["once", "onwards", "large", "starved"])
    parser.add_argument("--verbose", action="store_true", help="name the requests that end badly")
    return parser.parse_args()


OPTIONS = options()
SHIM = preloaded()
os.environ["STONER_LIBRARY"] = os.path.abspath(OPTIONS.library)
sys.path.insert(0, str(ROOT / "tests/conformance"))

import numpy as np  # noqa: E402
import stoner_c as sc  # noqa: E402

lib, C = sc.lib, sc.CONSTANTS
# A call must ask the system for the same memory each time.
lib.set_kept_memory(1)
NO_MEMORY = C["STONER_ERR_NO_MEMORY"]
SCAN = ROOT / "data/demo/domain_plus.hdf5"


# ---------------------------------------------------------------------------------------------------------------------
# What is done


class Inputs:
    """What operations work on: images with `side` rows, files in a folder."""

    def __init__(self, folder, side):
        self.folder, self.side = pathlib.Path(folder), side
        rng = np.random.default_rng(1)
        y, x = np.mgrid[0:side, 0:side]
        scene = np.sin(x / 7.3) * np.cos(y / 5.1) + np.sin((x + 2 * y) / 11.0) + 0.05 * rng.standard_normal((side, side))
        self.image = sc.from_array(scene)
        self.masked = sc.from_array(np.ma.MaskedArray(scene, rng.random(scene.shape) < 0.02))
        self.moved = sc.from_array(np.roll(scene, (2, -1), (0, 1)))
        self.stack = sc.from_array(np.array([np.roll(scene, i, 0) for i in range(4)]))
        for image, helicity in ((self.image, 1.0), (self.moved, -1.0)):
            lib.image_metadata_set_f64(image, "collection.polarization.value", helicity)
            lib.image_set_map(image, [0.0, 0.0], [1.0, 0.0, 0.0, 1.0], "sample_x", "sample_y", "um", "um")
        self.jittered = sc.from_array(scene)
        lib.image_set_map(self.jittered, [0.0, 0.0], [1.0, 0.0, 0.0, 1.0], "sample_x", "sample_y", "um", "um")
        for name, nominal in (("actual_x", x), ("actual_y", y)):
            lib.image_set_plane(self.jittered, name, sc.from_array(nominal + rng.uniform(-0.3, 0.3, scene.shape)), "um")
        self.table = lib.table_new()
        # A long one with the large images, so that its text is larger than the reserve too.
        rows = side if side < 1000 else 200_000
        for i in range(3):
            lib.table_add_column(self.table, f"column {i}", "eV", rng.standard_normal(rows), rows)
        self.metadata = lib.metadata_new()
        for i in range(20):
            lib.metadata_set_f64(self.metadata, f"number {i}", i / 7)
            lib.metadata_set_string(self.metadata, f"text {i}", "text " * i)
        self.scan = lib.load(str(SCAN))
        self.paths = {}
        for suffix, save in {
            "tif": lambda path: lib.image_save_tiff(self.jittered, path, 1),
            "png": lambda path: lib.image_save_png(self.jittered, path),
            "npy": lambda path: lib.image_save_npy(self.jittered, path),
            "nxs": lambda path: lib.image_save(self.scan, path, None),
            "csv": lambda path: lib.table_save(self.table, path, None),
            "txt": lambda path: lib.table_save(self.table, path, "tdi"),
        }.items():
            self.paths[suffix] = str(self.folder / f"in.{suffix}")
            save(self.paths[suffix])
        self.options = lib.metadata_new()
        lib.metadata_set_f64(self.options, "sigma", 1.5)
        self.steps = '[{"operation": "gaussian_filter", "options": {"sigma": 1.5}}, {"operation": "crop", "options": {"box": [1, 20, 2, 30]}}]'


def saving(save):
    """An operation that saves: its result are the bytes of the file."""

    def operation(inputs, path):
        save(inputs, path)
        return lambda: pathlib.Path(path).read_bytes()

    operation.saves = True
    return operation


def metadata_set_and_get(inputs, _):
    made = lib.metadata_clone(inputs.metadata)
    for i in range(5):
        lib.metadata_set_string(made, f"new {i}", "a text " * (i + 1))
    lib.metadata_set_array(made, "array", inputs.masked)
    lib.metadata_set_cluster(made, "cluster", inputs.metadata)
    lib.metadata_set_text(made, "from text", "1D Array", "[1.0, 2.0, 3.0]")
    nested = lib.metadata_get_nested(made, "cluster")
    assert lib.metadata_get_string(nested, "text 3") == "text " * 3
    lib.metadata_update(made, nested)
    return made


def table_made(inputs, _):
    made = lib.table_new()
    for i in range(4):
        lib.table_add_column(made, f"made {i}", "nm", np.arange(50.0), 50)
    lib.table_set_metadata(made, inputs.metadata)
    return made


def context_used(inputs, _):
    ctx = lib.context_new()
    try:
        lib.image_crop(inputs.image, [3, 2, 1, 0], ctx=ctx)
    except sc.StonerError as error:
        if error.status == NO_MEMORY:
            raise
    return lib.last_error_message(ctx).encode()


def set_in_place(inputs, _):
    made = lib.image_clone(inputs.image)
    lib.image_set_title(made, "a title that is longer than what fits into a few words")
    lib.image_metadata_set_string(made, "key", "value " * 30)
    lib.image_set_plane(made, "plane", inputs.moved, "nm")
    lib.image_draw_line(made, 1, 2, 20, 30, 0, 5.0)
    return made


#: name: the operation. It gets the inputs and the path of a file to save to.
OPERATIONS = {
    "load_scan": lambda i, _: lib.load(str(SCAN)),
    "load_stxm_regridded": lambda i, _: lib.load_stxm(str(SCAN), regrid=1, bcn=1),
    "load_tif": lambda i, _: lib.load(i.paths["tif"]),
    "load_png": lambda i, _: lib.load(i.paths["png"]),
    "load_npy": lambda i, _: lib.load(i.paths["npy"]),
    "load_nexus": lambda i, _: lib.load(i.paths["nxs"]),
    "load_csv": lambda i, _: lib.table_load(i.paths["csv"]),
    "load_tdi": lambda i, _: lib.table_load(i.paths["txt"]),
    "save_tif": saving(lambda i, path: lib.image_save_tiff(i.jittered, path, 1)),
    "save_png": saving(lambda i, path: lib.image_save_png(i.jittered, path)),
    "save_npy": saving(lambda i, path: lib.image_save_npy(i.jittered, path)),
    "save_scan_tif": saving(lambda i, path: lib.image_save(i.scan, path + ".tif", "tif") or os.rename(path + ".tiff", path)),
    "save_nexus": saving(lambda i, path: lib.image_save(i.jittered, path + ".nxs", None) or os.rename(path + ".nxs", path)),
    "save_scan_nexus": saving(lambda i, path: lib.image_save(i.scan, path + ".nxs", None) or os.rename(path + ".nxs", path)),
    "save_csv": saving(lambda i, path: lib.table_save(i.table, path, "csv")),
    "dump": saving(lambda i, path: lib.image_dump(i.masked, path)),
    "imshow": saving(lambda i, path: lib.image_imshow(i.image, path)),
    "imshow_scan": saving(lambda i, path: lib.image_imshow(i.scan, path)),
    "plot_histogram": saving(lambda i, path: lib.image_plot_histogram(i.image, 32, path)),
    "table_plot": saving(lambda i, path: lib.table_plot(i.table, path)),
    "xmcd": lambda i, _: lib.image_xmcd(i.image, i.moved),
    "align": lambda i, _: lib.image_align(i.image, i.moved),
    "align_masked": lambda i, _: lib.image_align(i.masked, i.moved, order=3),
    "align_scharr": lambda i, _: lib.image_align(i.image, i.moved, "scharr"),
    "align_stack": lambda i, _: lib.image_align_stack(i.stack)[1],
    "gridimage_linear": lambda i, _: lib.image_gridimage(i.jittered, method=C["STONER_GRID_LINEAR"])[1],
    "gridimage_cubic": lambda i, _: lib.image_gridimage(i.jittered, method=C["STONER_GRID_CUBIC"])[1],
    "denoise": lambda i, _: lib.image_denoise(i.masked, 0.3),
    "gaussian_filter": lambda i, _: lib.image_gaussian_filter(i.masked, [2.0, 2.0]),
    "sgolay2d": lambda i, _: lib.image_sgolay2d(i.image, 5, 2)[0],
    "fft": lambda i, _: lib.image_fft(i.masked),
    "rotate": lambda i, _: lib.image_rotate(i.masked, 0.3, order=3),
    "level_image": lambda i, _: lib.image_level_image(i.masked, 1, 1),
    "adjust_contrast": lambda i, _: lib.image_adjust_contrast(i.masked),
    "quantize": lambda i, _: lib.image_quantize(i.image, [0.0, 1.0, 2.0], 3),
    "sort": lambda i, _: lib.image_sort(i.masked),
    "median_of_rows": lambda i, _: lib.image_mean(i.masked, [1], 1),
    "hist": lambda i, _: lib.image_hist(i.image, 20),
    "profile_line": lambda i, _: lib.image_profile_line(i.image, [1.0, 2.0], [20.0, 30.0], 3),
    "radial_profile": lambda i, _: lib.image_radial_profile(i.image),
    "metadata": metadata_set_and_get,
    "table": table_made,
    "set_in_place": set_in_place,
    "context": context_used,
    "from_array": lambda i, _: lib.image_from_data(np.ones((30, 30)).ctypes.data, C["STONER_F64"], 2, [30, 30], None, np.ones(900, np.uint8)),
    "unlike": lambda i, _: bytes([lib.image_unlike(i.scan, i.image)]),
    "apply": lambda i, _: lib.image_apply(i.image, "gaussian_filter", i.options),
    "apply_all": lambda i, _: lib.image_apply_all(i.image, i.steps),
}
#: The first call of a process; nothing was prepared.
FIRST = {"first_load": OPERATIONS["load_scan"], "first_metadata": lambda i, _: lib.metadata_new()}
#: Worth their time on large images.
WITH_LARGE = [
    "load_tif", "load_png", "load_npy", "load_csv", "load_tdi", "save_csv", "save_tif", "save_png", "save_npy", "dump", "imshow", "xmcd", "align", "align_stack",
    "gridimage_linear", "gridimage_cubic", "denoise", "gaussian_filter", "sgolay2d", "fft", "rotate", "level_image", "adjust_contrast",
    "quantize", "sort", "hist", "profile_line", "radial_profile", "metadata", "set_in_place", "apply",
]  # fmt: skip


def same(a, b):
    """Whether two results are the same in everything."""
    if isinstance(a, bytes):
        return a == b
    kind = type(a).__name__
    if kind == "Image":
        return bool(lib.image_equal(a, b, 1))
    if kind == "Table":
        return bool(lib.table_equal(a, b, 1))
    assert kind == "Metadata", kind
    return bool(lib.metadata_equal(a, b))


# ---------------------------------------------------------------------------------------------------------------------
# Refusing


def result_of(operation, inputs, path):
    result = operation(inputs, path)
    return result() if callable(result) else result


class Refusals:
    """One operation under one way of refusing."""

    #: The result with all the memory that is wanted; None: what the call gives when it is made again.
    reference = None

    def __init__(self, name, operation, inputs, way, folder):
        self.name, self.operation, self.inputs, self.way = name, operation, inputs, way
        self.folder = pathlib.Path(folder)
        self.path = str(self.folder / "out.file")
        self.least = LARGE if way == "large" else 0

    def arm(self, n):
        SHIM.refuse_arm(ctypes.c_long(n), int(self.way == "onwards"), ctypes.c_size_t(self.least))

    def disarm(self):
        SHIM.refuse_disarm()
        places = [ctypes.c_long() for _ in range(3)]
        SHIM.refuse_result(*map(ctypes.byref, places))
        return [place.value for place in places]

    def once(self, n):
        """The outcome of the call with request n refused; None where there is no request n."""
        before, live = self.files(), lib.live_handles()
        result, status = None, 0
        self.arm(n)
        try:
            result = self.operation(self.inputs, self.path)
        except sc.StonerError as error:
            status = error.status
        requests, refusals, self.bytes = self.disarm()
        if refusals == 0:
            return None
        if status == 0:
            result = result() if callable(result) else result
            whole = self.reference or result_of(self.operation, self.inputs, self.path)
            outcome = "w" if same(result, whole) else "i"
            del whole
        else:
            outcome = "n" if status == NO_MEMORY else "o"
            self.status = status
        del result
        if status and self.files() != before:
            return "f"
        if lib.live_handles() != live:
            return "l"
        return outcome

    def files(self):
        return {entry.name: (entry.stat().st_size, entry.stat().st_mtime_ns) for entry in os.scandir(self.folder)}

    def next_works(self):
        try:
            result = result_of(self.operation, self.inputs, self.path)
            return self.reference is None or same(result, self.reference)
        except sc.StonerError:
            return False

    def count(self):
        """Runs the call as it should be; the number of its requests."""
        self.reference = result_of(self.operation, self.inputs, self.path)
        self.arm(0)
        result = self.operation(self.inputs, self.path)
        requests, _, _ = self.disarm()
        del result
        return requests

    def child(self, numbers, pipe):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        os.dup2(self.printed.fileno(), 2)
        for n in numbers:
            signal.alarm(PATIENCE)
            outcome = self.once(n)
            if outcome is None:
                break
            if os.fstat(2).st_size > 0:
                outcome = "e"
            elif outcome in GOOD and not self.next_works():
                outcome = "x"
            os.write(pipe, f"{n} {outcome} {self.bytes} {getattr(self, 'status', 0)}\n".encode())
        os._exit(0)

    def run(self, stride, one_each=False):
        """The outcomes of all numbers; with `one_each` in a child for each, of up to 400 where nothing is called before."""
        total = self.count() if not one_each else 400
        numbers = [n for n in range(1, total + 1) if n <= 20 or n % stride == 0]
        outcomes = collections.OrderedDict()
        while numbers:
            block = numbers[: 1 if one_each else BLOCK]
            self.printed = tempfile.TemporaryFile()
            end, begin = os.pipe()
            child = os.fork()
            if child == 0:
                os.close(end)
                try:
                    self.child(block, begin)
                except BaseException as error:
                    os.write(begin, f"fault {error!r}\n".encode())
                os._exit(1)
            os.close(begin)
            with os.fdopen(end, encoding="utf-8") as lines:
                said = lines.read().splitlines()
            _, state = os.waitpid(child, 0)
            for line in said:
                if line.startswith("fault"):
                    raise RuntimeError(f"{self.name} ({self.way}): {line}")
                n, outcome, size, status = line.split()
                outcomes[int(n)] = (outcome, int(size), int(status))
            status = os.waitstatus_to_exitcode(state)
            if status != 0:
                died = next(n for n in block if n not in outcomes)
                self.printed.seek(0)
                text = self.printed.read().decode(errors="replace").strip()
                outcome = {-signal.SIGABRT: "A", -signal.SIGALRM: "H"}.get(status, "S")
                if any(words in text for words in OF_GLIBC):
                    outcome = "g"
                outcomes[died] = (outcome, -1, status)
                if OPTIONS.verbose:
                    print(f"# {self.name} ({self.way}) {died}: {text}")
                for entry in os.scandir(self.folder):
                    os.unlink(entry.path)
                numbers = [n for n in numbers if n > died]
            elif len(said) < len(block):
                break  # There are no more requests.
            else:
                numbers = numbers[len(block) :]
        return outcomes


def starved(folder):
    """A host that goes on for a long time without any memory: the library has its reserve alone, and may not use it up."""
    inputs, live = Inputs(folder, 48), lib.live_handles()
    end, begin = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(10 * PATIENCE)
        made, counts = lib.metadata_new(), collections.Counter()
        SHIM.refuse_arm(ctypes.c_long(1), 1, ctypes.c_size_t(0))
        for i in range(30_000):
            for call in (
                lambda i=i: lib.metadata_set_string(made, f"key {i}", "text " * (i % 50)),
                lambda: lib.image_crop(inputs.image, [1, 20, 2, 30]),
                lambda: lib.image_crop(inputs.image, [9, 2, 1, 0]),
            ):
                try:
                    call()
                    counts["succeeded"] += 1
                except sc.StonerError as error:
                    counts[error.name] += 1
        SHIM.refuse_disarm()
        del made
        works = sc.shape(lib.image_gaussian_filter(inputs.image, [1.0, 1.0])) == (48, 48) and lib.live_handles() == live
        os.write(begin, f"{dict(counts)}".encode() if works else b"broken afterwards")
        os._exit(0 if works and counts["NO_MEMORY"] else 1)
    os.close(begin)
    with os.fdopen(end, encoding="utf-8") as pipe:
        said = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(f"{'not ok' if status else 'ok'} starved: 90000 calls without memory: {said}, status {status}", flush=True)
    return status


def report(name, way, outcomes):
    counts = collections.Counter(outcome for outcome, _, _ in outcomes.values())
    bad = sum(count for outcome, count in counts.items() if outcome not in GOOD)
    text = ", ".join(f"{OUTCOMES[outcome]} {counts[outcome]}" for outcome in OUTCOMES if counts[outcome])
    print(f"{'not ok' if bad else 'ok'} {name} ({way}): {len(outcomes)} refusals: {text}", flush=True)
    if OPTIONS.verbose and bad:
        for outcome in OUTCOMES:
            which = [f"{n}:{status}" for n, (found, _, status) in outcomes.items() if found == outcome]
            if which and outcome not in GOOD:
                print(f"#    {OUTCOMES[outcome]}: {' '.join(which[:40])}", flush=True)
    return counts


def main():
    total = collections.Counter()
    wanted = set(OPTIONS.only or [*OPERATIONS, *FIRST])
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as out:
        for name in FIRST:
            if name in wanted and "once" in OPTIONS.ways:
                total += report(name, "once", Refusals(name, FIRST[name], None, "once", out).run(OPTIONS.stride, True))
        inputs = Inputs(folder, 48)
        for way in OPTIONS.ways:
            if way in ("large", "starved"):
                continue
            for name in OPERATIONS:
                if name in wanted:
                    total += report(name, way, Refusals(name, OPERATIONS[name], inputs, way, out).run(OPTIONS.stride))
        if "large" in OPTIONS.ways and wanted & set(WITH_LARGE):
            inputs = Inputs(folder, 1100)
            for name in WITH_LARGE:
                if name in wanted:
                    total += report(name, "large", Refusals(name, OPERATIONS[name], inputs, "large", out).run(OPTIONS.stride))
        if "starved" in OPTIONS.ways and starved(folder):
            total["A"] += 1
    print(f"# {sum(total.values())} refusals: " + ", ".join(f"{OUTCOMES[o]} {total[o]}" for o in OUTCOMES if total[o]))
    return 1 if any(total[outcome] for outcome in OUTCOMES if outcome not in GOOD) else 0


if __name__ == "__main__":
    sys.exit(main())
