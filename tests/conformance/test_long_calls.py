"""Calls that take long: they report progress, stop when they are cancelled, and give the same bits with any number of
threads."""

import ctypes
import threading

import numpy as np
import pytest
import stoner_c as sc

lib = sc.lib


def picture(rows, columns, masked=False):
    """A smooth scene with noise, the same in every run."""
    rng = np.random.default_rng(16)
    y, x = np.mgrid[0:rows, 0:columns]
    data = np.sin(x / 37.0) * np.cos(y / 23.0) + 0.1 * rng.standard_normal((rows, columns))
    return np.ma.MaskedArray(data, rng.random(data.shape) < 0.02) if masked else data


def jittered(n):
    """An image whose measured positions lie beside a regular grid."""
    image = sc.from_array(picture(n, n))
    rng = np.random.default_rng(7)
    y, x = np.mgrid[0:n, 0:n].astype(float)
    lib.image_set_map(image, [0.0, 0.0], [1.0, 0.0, 0.0, 1.0])
    for name, nominal in (("actual_x", x), ("actual_y", y)):
        lib.image_set_plane(image, name, sc.from_array(nominal + rng.uniform(-0.3, 0.3, nominal.shape)))
    return image


def frames(n):
    """A series of 16 frames of one scene, each noisy and moved."""
    rng = np.random.default_rng(3)
    y, x = np.mgrid[0:n, 0:n]
    scene = [np.sin((x - 1.3 * i) / 17.0) * np.cos((y + 0.7 * i) / 13.0) + np.sin((x - 1.3 * i + y + 0.7 * i) / 5.0) for i in range(16)]
    return sc.from_array(np.array(scene) + 0.1 * rng.standard_normal((16, n, n)))


#: name: (the image for a side of n, the call, the side of a large image); tools/bench/cancel.py measures them at that side
CALLS = {
    "gaussian_filter": (lambda n: sc.from_array(picture(n, n)), lambda i, ctx: lib.image_gaussian_filter(i, [25.0, 25.0], ctx=ctx), 3000),
    "gaussian_filter masked": (lambda n: sc.from_array(picture(n, n, True)), lambda i, ctx: lib.image_gaussian_filter(i, [25.0, 25.0], ctx=ctx), 2048),
    "sgolay2d": (lambda n: sc.from_array(picture(n, n)), lambda i, ctx: lib.image_sgolay2d(i, 31, 2, ctx=ctx)[0], 3000),
    "sgolay2d masked": (lambda n: sc.from_array(picture(n, n, True)), lambda i, ctx: lib.image_sgolay2d(i, 9, 2, ctx=ctx)[0], 512),
    "denoise": (lambda n: sc.from_array(picture(n, n)), lambda i, ctx: lib.image_denoise(i, 0.3, ctx=ctx), 1500),
    "fft": (lambda n: sc.from_array(picture(n, n)), lambda i, ctx: lib.image_fft(i, ctx=ctx), 4000),
    "rotate": (lambda n: sc.from_array(picture(n, n)), lambda i, ctx: lib.image_rotate(i, 0.3, order=5, ctx=ctx), 2500),
    "translate": (lambda n: sc.from_array(picture(n, n)), lambda i, ctx: lib.image_translate(i, [1.3, -2.7], order=5, ctx=ctx), 4000),
    "gridimage linear": (jittered, lambda i, ctx: lib.image_gridimage(i, method=sc.CONSTANTS["STONER_GRID_LINEAR"], ctx=ctx)[1], 1500),
    "gridimage nearest": (jittered, lambda i, ctx: lib.image_gridimage(i, method=sc.CONSTANTS["STONER_GRID_NEAREST"], ctx=ctx)[1], 1500),
    "gridimage cubic": (jittered, lambda i, ctx: lib.image_gridimage(i, method=sc.CONSTANTS["STONER_GRID_CUBIC"], ctx=ctx)[1], 700),
    "align_stack": (frames, lambda i, ctx: lib.image_align_stack(i, sc.CONSTANTS["STONER_SERIES_ALL_PAIRS"], 0, order=3, ctx=ctx)[1], 200),
    "sort": (lambda n: sc.from_array(picture(n, n)), lambda i, ctx: lib.image_sort(i, ctx=ctx), 3000),
    "radial_profile": (lambda n: sc.from_array(picture(n, n)), lambda i, ctx: lib.image_radial_profile(i, ctx=ctx), 4000),
}
#: Where calls are cancelled. The total variation mostly converges long before its greatest number of iterations, of which it reports
#: the fraction.
PARTS = {"denoise": (0.01, 0.02, 0.03)}
#: Those that report often enough to be cancelled in parts.
LONG = [name for name in CALLS if name not in ("radial_profile", "sort", "gridimage nearest")]


def fresh(threads):
    ctx = lib.context_new()
    lib.context_set_threads(threads, ctx=ctx)
    return ctx


@pytest.mark.parametrize("name", CALLS)
def test_threads_change_nothing(name):
    make, call, _ = CALLS[name]
    image = make(301)
    one, *others = (call(image, fresh(threads)) for threads in (1, 2, 5))
    for other in others:
        if name == "radial_profile":
            assert lib.table_equal(one, other)
        else:
            a, b = sc.to_array(one), sc.to_array(other)
            np.testing.assert_array_equal(np.ma.getmaskarray(a), np.ma.getmaskarray(b))
            np.testing.assert_array_equal(a.data.view(np.uint8), b.data.view(np.uint8))


@pytest.mark.parametrize("name", CALLS)
def test_progress_grows_to_the_end(name):
    make, call, _ = CALLS[name]
    seen, threads = [], set()

    @ctypes.CFUNCTYPE(None, ctypes.c_double, ctypes.c_void_p)
    def note(fraction, _):
        seen.append(fraction)
        threads.add(threading.get_ident())

    ctx = fresh(2)
    lib.context_set_progress_callback(note, ctx=ctx)
    call(make(301), ctx)
    assert seen == sorted(seen) and seen[-1] == 1.0, seen[-20:]
    assert threads == {threading.get_ident()}


@pytest.mark.parametrize("name", LONG)
def test_cancelling(name):
    """A call stops at its next report of progress, and no two reports are far apart. How long that takes depends on the machine
    and is not tested."""
    make, call, side = CALLS[name]
    image = make(side // 2)
    for part in PARTS.get(name, (0.15, 0.4, 0.7)):
        ctx, seen = fresh(1), [0.0]

        @ctypes.CFUNCTYPE(None, ctypes.c_double, ctypes.c_void_p)
        def note(fraction, _, part=part, ctx=ctx, seen=seen):
            seen.append(fraction)
            if fraction >= part:
                lib.context_cancel(ctx=ctx)

        lib.context_set_progress_callback(note, ctx=ctx)
        with pytest.raises(sc.StonerError) as error:
            call(image, ctx)
        assert error.value.name == "CANCELLED"
        assert part <= seen[-1] < part + 0.1, f"{name} went on to {seen[-1]:.0%}"


@pytest.mark.parametrize("name", LONG)
def test_another_thread_cancels(name):
    """It stops a call that has begun. The call waits, in its report of progress, until the other thread has cancelled: which of them is
    the faster plays no part."""
    make, call, side = CALLS[name]
    image, ctx, outcome = make(side // 2), fresh(1), []
    begun, cancelled = threading.Event(), threading.Event()

    @ctypes.CFUNCTYPE(None, ctypes.c_double, ctypes.c_void_p)
    def wait(fraction, _):
        begun.set()
        cancelled.wait()

    def run():
        try:
            call(image, ctx)
            outcome.append("finished")
        except sc.StonerError as error:
            outcome.append(error.name)

    lib.context_set_progress_callback(wait, ctx=ctx)
    thread = threading.Thread(target=run)
    thread.start()
    while not begun.wait(0.1) and thread.is_alive():
        pass
    lib.context_cancel(ctx=ctx)
    cancelled.set()
    thread.join()
    assert outcome == ["CANCELLED"]
