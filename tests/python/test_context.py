"""Contexts, warnings, errors, threads."""

import contextlib
import gc
import pickle
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import stoner
from stoner import _errors
from stoner._errors import own_words
from stoner._generated.c import CONSTANTS

LARGE = np.random.default_rng(3).normal(100, 10, (700, 700))


def long_call(image):
    return image.denoise(weight=1000.0)


def test_threads():
    context = stoner.Context(threads=1)
    assert context.threads == 1
    context.threads = 0
    assert context.threads >= 1
    with pytest.raises(ValueError):
        context.threads = -1
    limited = stoner.Context(memory_limit=1 << 20)
    assert limited.memory_limit == 1 << 20
    with limited, pytest.raises(ValueError, match="set_memory_limit"):
        stoner.Image(LARGE[:8, :8]).hist(bins=1 << 20)
    limited.memory_limit = 0
    assert limited.memory_limit == context.memory_limit == 256 << 20
    results = []
    for threads in (1, 2):
        with stoner.Context(threads=threads):
            results.append(stoner.Image(LARGE).filter_image(2))
    assert results[0].equal(results[1]), "results do not depend on the number of threads"


def test_contexts_nest_and_belong_to_their_thread():
    from stoner._current import current

    seen = []
    with stoner.Context() as outer:
        with stoner.Context() as inner:
            assert current() is inner
            thread = threading.Thread(target=lambda: seen.append(current()))
            thread.start()
            thread.join()
        assert current() is outer
    assert current() is None and seen == [None]


def test_progress_is_told_and_asked():
    seen = []
    with stoner.Context(progress=seen.append) as context:
        long_call(stoner.Image(LARGE))
    assert seen == sorted(seen) and seen[-1] == 1 and len(seen) > 3 and context.progress == 1


def test_cancelling_from_another_thread():
    started = threading.Event()
    context = stoner.Context(progress=lambda _: started.set())

    def cancel():
        started.wait(60)
        context.cancel()

    thread = threading.Thread(target=cancel)
    thread.start()
    with context:
        with pytest.raises(stoner.CancelledError):
            for _ in range(100):
                long_call(stoner.Image(LARGE))
        thread.join()
        assert context.cancelled and "cancelled" in repr(context)
        with pytest.raises(stoner.CancelledError):
            long_call(stoner.Image(LARGE))
        context.reset()
        assert long_call(stoner.Image(LARGE[:50, :50])).shape == (50, 50)


@pytest.mark.parametrize("exception", [KeyboardInterrupt, ZeroDivisionError])
def test_an_exception_of_the_progress_callback_comes_out(exception):
    def progress(fraction):
        if fraction > 0.2:
            raise exception("stop")

    with stoner.Context(progress=progress) as context:
        with pytest.raises(exception, match="stop"):
            long_call(stoner.Image(LARGE))
        assert not context.cancelled
        stoner.Image(LARGE[:20, :20]).crop(2)


def test_dialogs(tmp_path):
    asked = []

    def files(what, title, patterns):
        asked.append((what, title, patterns))
        return ["a.tif", "b.tif"] if what == "files" else "a.tif"

    image = stoner.Image(np.ones((4, 4)))
    with stoner.Context(file_dialog=files, line_dialog=lambda shown: (0, 1, shown.shape[0], 2.5)):
        assert stoner.get_filedialog("files", "which?", "*.tif") == ["a.tif", "b.tif"]
        image.get_filename("save")
        assert image.filename == "a.tif" and image.line_select() == ((0, 1), (4, 2.5))
    assert asked[0] == ("files", "which?", "*.tif") and asked[1][0] == "save"
    with stoner.Context(file_dialog=lambda *_: None, line_dialog=lambda _: None):
        for ask in (lambda: stoner.get_filedialog(), image.line_select, image.get_filename):
            with pytest.raises(stoner.CancelledError):
                ask()

    def wrong(*_):
        raise ZeroDivisionError("in the dialog")

    with stoner.Context(file_dialog=wrong, line_dialog=wrong):
        for ask in (lambda: stoner.get_filedialog(), image.line_select):
            with pytest.raises(ZeroDivisionError, match="in the dialog"):
                ask()
    with pytest.raises(stoner.NotInteractiveError):
        image.line_select()


def test_debug_explains_loading(scan):
    from conftest import PLUS

    with stoner.Context(debug=True) as context, pytest.warns(stoner.StonerWarning, match="nxstxm"):
        assert context.debug
        stoner.load(PLUS)


def test_warnings_are_pythons(numbers):
    image = stoner.Image(numbers)
    with pytest.warns(stoner.StonerWarning) as seen:
        image.clip_intensity()
    assert seen[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(stoner.StonerWarning):
            image.clip_intensity()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        image.crop(2)  # a warning is not repeated


def test_every_status_has_an_exception():
    statuses = {name.removeprefix("STONER_ERR_"): value for name, value in CONSTANTS.items() if name.startswith("STONER_ERR_")}
    assert statuses.keys() == _errors.CLASSES.keys()
    for name, value in statuses.items():
        made = _errors.error(value, "why: 'x'")
        assert type(made) is _errors.CLASSES[name] and (made.status, made.name, made.message) == (value, name, "why: 'x'")
        assert str(made) == f"{name}: why: 'x'" and type(made).__name__ in stoner.__all__
        again = pickle.loads(pickle.dumps(made))
        assert type(again) is type(made) and str(again) == str(made)
    assert type(_errors.error(5999, "new")) is stoner.Error


def test_errors_of_the_system_have_their_number():
    with pytest.raises(FileNotFoundError) as raised:
        stoner.load("/no/such/file")
    assert raised.value.errno == 2 and "/no/such/file" in str(raised.value)


def test_python_runs_during_a_call():
    """The GIL is not held: this thread sees the call of another one half done. A thread that had to wait for the call's end
    would see 0 or 1. A small image may be done before this thread comes to look, so the image grows."""
    side, seen = 500, 0.0
    while not 0 < seen < 1 and side < 8000:
        image, context = stoner.Image(np.random.default_rng(3).normal(100, 10, (side, side))), stoner.Context(threads=1)

        def work(image=image, context=context):
            with context, contextlib.suppress(stoner.CancelledError):
                long_call(image)

        thread = threading.Thread(target=work)
        thread.start()
        while thread.is_alive() and not 0 < seen < 1:
            seen = context.progress
        context.cancel()
        thread.join()
        side *= 2
    assert 0 < seen < 1 and context.cancelled


def test_calls_of_two_threads_are_under_way_together():
    """Each call's progress waits for the other's: neither could go on if calls took turns."""
    together = threading.Barrier(2)

    def work(_):
        met = []

        def progress(fraction):
            if not met and fraction < 1:
                together.wait(60)
                met.append(fraction)

        with stoner.Context(threads=1, progress=progress):
            long_call(stoner.Image(LARGE))
        return met

    with ThreadPoolExecutor(2) as pool:
        assert all(pool.map(work, range(2)))


def test_many_threads_share_images_and_contexts(scan):
    context = stoner.Context(threads=1)
    expected = scan.filter_image(1.5)

    def work(number):
        with context:
            made = scan.filter_image(1.5)
            scan.metadata  # noqa: B018
            with pytest.raises(stoner.Error):
                scan.crop(5000 + number, 5001, 0, 1)
            return made.equal(expected)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(200)))


def test_no_handle_is_left():
    gc.collect()
    before = stoner.live_handles()
    for _ in range(20):
        image = stoner.Image(np.ones((9, 9)))
        with stoner.Context(progress=lambda _: None):
            image.metadata["a"] = {"b": [1, 2]}
            image.hist(3).to_numpy()
            (image + 1).rotate(0.3)[2:4, 2:3].masked_array()
    del image
    gc.collect()
    assert stoner.live_handles() <= before


def test_messages_have_pythons_words():
    image = stoner.Image(np.ones((3, 4)))
    with pytest.raises(stoner.Error, match='`mode` is 99; allowed: .*"constant" to "grid-wrap"'):
        image.rotate(0.1, mode=99)
    assert own_words("STONER_MODE_WRAP (6), STONER_NOTHING, use stoner_image_read") == '"wrap", STONER_NOTHING, use Image.read'
