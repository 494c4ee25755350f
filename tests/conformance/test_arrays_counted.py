"""How many random comparisons with numpy.ma the array suites have made."""

from pathlib import Path

import arrays
import pytest


def test_there_were_enough(request):
    suites = {path.name for path in Path(__file__).parent.glob("test_array_*.py")}
    run = {item.path.name for item in request.session.items}
    if not suites <= run or request.config.getoption("keyword"):
        pytest.skip("not all of the array suites were run")
    print(arrays.counted())
    assert arrays.counted() >= arrays.WANTED
