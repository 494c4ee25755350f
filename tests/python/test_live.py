"""Images that grow, in Python."""

import numpy as np
import pytest
import stoner


def test_points_become_an_image():
    live = stoner.Live((2, 3), (10.0, 5.0), (0.5, -0.5), unit="µm", reference=2.0)
    live.set_metadata({"energy": 708.5})
    live.push([10.0, 11.0, 10.0, 99.0], [5.0, 4.5, 5.0, 0.0], [1, 8, 3, 1], np.array([2, 4, 2, 1], np.float32))
    assert live.state == (4, 1, 0, pytest.approx(2 / 6)) and live.coverage == live.state.coverage and live.shape == (2, 3)
    image = live.image()
    np.testing.assert_array_equal(image.filled(-1), [[2, -1, -1], [-1, -1, 4]])
    np.testing.assert_array_equal(image.planes["coverage"], [[2, 0, 0], [0, 0, 1]])
    assert image.energy == 708.5 and image.metadata["live.points"] == 4
    assert "2 x 3, 4 points" in repr(live)
    values, coverage = np.empty((2, 3)), np.empty((2, 3))
    live.read(values, coverage=coverage)
    np.testing.assert_array_equal(np.isnan(values), coverage == 0)
    copy = live.copy()
    copy.reset()
    copy.push(10.0, 5.0, 7.0)
    assert copy.state.points == 1 and live.state.points == 4 and copy.shape == (2, 3)


def test_points_are_shared_among_pixels():
    live = stoner.Live((1, 2), (0.0, 0.0), (1.0, 1.0), spread="linear")
    live.push(0.25, 0.0, 8.0)
    np.testing.assert_allclose(live.image().planes["coverage"], [[0.75, 0.25]])


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda live: live.push([1.0, 2.0], [1.0], [1.0, 2.0]), ValueError, "`y`"),
        (lambda live: live.push([1.0], [1.0], [1.0], [1.0, 2.0]), ValueError, "`monitor`"),
        (lambda live: live.read(np.zeros((3, 2))), ValueError, "`values`"),
        (lambda live: live.read(coverage=np.zeros((2, 3), np.float32)), ValueError, "`coverage`"),
        (lambda live: stoner.Live((2, 3), (0, 0), (0, 1)), stoner.InvalidArgumentError, "x_step"),
        (lambda live: stoner.Live((2, 3), (0, 0), (1, 1), spread="cubic"), ValueError, "spread"),
        (lambda live: stoner.Live((0, 3), (0, 0), (1, 1)), stoner.InvalidArgumentError, "rows"),
    ],
)
def test_what_is_wrong_is_said(call, error, says):
    with pytest.raises(error, match=says):
        call(stoner.Live((2, 3), (0.0, 0.0), (1.0, 1.0)))
