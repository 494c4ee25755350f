"""The library's own kernels give the same bits whatever instruction set they are held to.

What is held is held for the whole process, so the calls run in a process of their own: this file as a program, which prints what it
compared. What other libraries compute for this one (Fourier transforms, products of matrices of floating point) does not follow the
switch, so it is the same here too.
"""

import json
import pathlib
import subprocess
import sys

import numpy as np
import test_interface as cases
import stoner_c as sc
from stoner_c import CONSTANTS, StonerError, from_array, lib

LEVELS = ("BASELINE", "AVX2", "AVX512")

#: Longer than the blocks and lanes of any kernel, and no multiple of them.
SHAPE = (67, 131)


def real():
    rng = np.random.default_rng(11)
    image = np.ma.MaskedArray(rng.normal(100, 40, SHAPE) + np.linspace(0, 50, SHAPE[1]), mask=rng.random(SHAPE) < 0.05)
    image[:, 5] = np.ma.masked
    return image


def subjects():
    """Images by name: every kind of dtype, with and without a mask, with what has no number, and a stack."""
    image = real()
    yield "f64", image
    yield "f64 without mask", image.data
    yield "f32", image.astype(np.float32)
    for name in ("uint8", "int16", "int64"):
        yield name, image.astype(name)
    broken = image.copy()
    broken[3, 40:60], broken[30, 7], broken[31, 7], broken[40, 40:45] = np.nan, np.inf, -np.inf, -0.0
    yield "not a number", broken
    yield "complex", image + 1j * image.T.reshape(SHAPE)
    yield "stack", np.ma.concatenate([image[None], image[None, ::-1] * 0.5, image[None] - 30])


def enlarged():
    """What the small images of test_interface.py become, for functions that need one of these."""
    y, x = np.mgrid[: SHAPE[0], : SHAPE[1]]
    rng = np.random.default_rng(12)
    scene = np.sin(x / 5.3) + np.cos(y / 4.1) + np.sin((x * y) / 90) + np.hypot(x - 40, y - 30) / 40
    still, moved = (np.roll(scene, by, (0, 1)) + 0.02 * rng.normal(size=SHAPE) for by in ((0, 0), (2, 3)))
    image = real()
    return [
        (cases.SMOOTH, still), (cases.SHIFTED, moved), (cases.STACK, np.array([still, moved, still])), (cases.COMPLEX, image + 1j),
        (cases.REAL, image),
    ]  # fmt: skip


#: Beside what test_interface.py gives: what the larger images need, and the other kinds of results.
GIVEN = {
    "image_reshape": {"shape": [SHAPE[1], SHAPE[0]]},
    "image_dot": {"b": np.arange(SHAPE[1] * 3.0).reshape(-1, 3) / 7},
    "image_subtract_image": {"background": real().data * 0.4},
    "image_clip_images": {"min": np.full(SHAPE, 90.0), "max": np.full(SHAPE, 120.0)},
    "image_set_plane": {"plane": real().data},
    "image_xmcd": {"a": lambda: polarized(real(), 1.0), "b": lambda: polarized(real() * 0.9, -1.0)},
    "image_clip": {"min": 90.0, "max": 120.0},
    "image_plot_histogram_rgba": {"width": 200, "height": 150},
}

#: What computes nothing, or wants a file, a person or what these images have not.
LEFT_OUT = set(
    "image_data image_ids image_save_png image_save_npy image_tofile image_dump image_line_select image_apply_all image_plane image_plane_name "
    "image_plane_unit image_quantity image_map image_map_name image_map_unit image_pixel_size image_position image_box_from_border "
    "image_box_from_border_fraction image_box_from_fraction".split()
)


def polarized(array, sign):
    made = from_array(array)
    lib.image_metadata_set_f64(made, "collection.polarization.value", sign)
    return made


#: Options that lead to kernels of their own.
OPTIONS = [
    *(("image_rotate", {"order": sc.order(order), "mode": mode}) for order in range(6) for mode in (2, 4, 5)),
    *(("image_translate", {"order": sc.order(order)}) for order in range(6)),
    *(("image_gaussian_filter", {"sigma_xy": sigma, "order_xy": order}) for sigma in ([0.5, 0.7], [3.0, 9.0], [7.0, 9.0]) for order in ([0, 0], [1, 2])),
    *((name, {"axes": axes, "keepdims": 1}) for name in ("image_sum", "image_mean", "image_var", "image_prod", "image_max") for axes in ([0], [1])),
    *((name, {"axis": [axis]}) for name in ("image_sort", "image_argsort", "image_cumsum", "image_cumprod") for axis in (0, 1)),
    *(("image_convert", {"dtype": dtype, "normalise": normalise}) for dtype in range(1, 12) for normalise in (0, 1)),
    *((name, {"method": method}) for name in ("image_register", "image_align") for method in ("gauss_newton", "scharr", "chi2_shift", "imreg_dft", "cv2")),
    *(("image_arithmetic", {"operation": operation, "b": lambda: cases.image(cases.REAL)}) for operation in range(1, 12)),
    *(("image_math", {"function": function}) for function in (1, 2, 3, 4, 5, 6, 19, 20, 21, 22, 23, 24)),
    *(("image_compare_scalar", {"comparison": comparison, "value": 100.0}) for comparison in range(1, 7)),
    ("image_round", {"decimals": 1}),
    ("image_round", {"decimals": -1}),
    ("image_percentile", {"q": [0.0, 12.5, 50.0, 99.0]}),
    ("image_hist", {"bins": 37}),
]  # fmt: skip


def functions():
    """Those that compute something of an image: no setter, nothing with the caller's memory or a file."""
    pictures = {"image_to_rgba", "image_imshow_rgba", "image_plot_histogram_rgba"}
    for function in cases.C.functions:
        subject = [p for p in function.parameters if p.role != "context"][:1]
        if function.subject != "image" or not subject or subject[0].changed or function.short.endswith("_free"):
            continue
        if function.short in cases.ELSEWHERE and function.short not in pictures:
            continue
        if function.short in LEFT_OUT or "_metadata" in function.short:
            continue
        yield function.short


def calls():
    for name, array in subjects():
        for short in functions():
            yield f"{short} of {name}", array, short, {}
    for short, options in OPTIONS:
        for name, array in list(subjects())[:5]:
            yield f"{short} {options} of {name}", array, short, options


def outcomes():
    """What each call gives: its results as bytes, or its error."""
    found = {}
    for what, array, short, options in calls():
        cases.REAL = array
        try:
            found[what] = cases.outcome(short, **{**GIVEN.get(short, {}), **options})
        except StonerError as error:
            found[what] = str(error)
        except (KeyError, TypeError, ValueError) as error:
            found[what] = f"not called: {error}"
    return found


def main():
    bigger = enlarged()
    for given in [*cases.SPECIAL.values(), cases.REQUIRED]:
        given.update({key: next((large for small, large in bigger if value is small), value) for key, value in given.items()})
    _, best = lib.instruction_set()
    report = {"levels": [], "different": [], "errors": [], "calls": 0}
    first = None
    for level in LEVELS:
        number = CONSTANTS[f"STONER_INSTRUCTION_SET_{level}"]
        if number > best:
            continue
        lib.set_instruction_set(number)
        assert lib.instruction_set()[0] == number
        report["levels"].append(level)
        found = outcomes()
        if first is None:
            first = found
            report["calls"] = sum(not isinstance(each, str) for each in found.values())
            report["errors"] = {what: each for what, each in found.items() if isinstance(each, str)}
        report["different"] += [f"{what}: {level}" for what in found if found[what] != first[what]]
    json.dump(report, sys.stdout)


def test_all_instruction_sets_give_the_same_bits():
    done = subprocess.run(
        [sys.executable, __file__], capture_output=True, text=True, timeout=600, cwd=pathlib.Path(__file__).parent, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    report = json.loads(done.stdout)
    assert report["different"] == []
    assert report["levels"][0] == "BASELINE"
    # Something was computed by nearly every call; the others were refused alike. A function whose arguments nobody has given in
    # test_interface.py or here was not compared.
    unknown = {what.split(" of ")[0] for what, text in report["errors"].items() if text.startswith("not called")}
    assert report["calls"] > 1500 and not unknown, (report["calls"], unknown)


if __name__ == "__main__":
    main()
