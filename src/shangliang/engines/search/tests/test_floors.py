"""What was reached is kept: the measures of bench/search do not fall below their floors."""

import json
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[5] / "bench" / "search"
if not BENCH.is_dir():
    pytest.skip("the bench is not part of an installed package", allow_module_level=True)

pytestmark = pytest.mark.slow
FLOORS = json.loads((BENCH / "floors.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def bench():
    sys.path.insert(0, str(BENCH))
    try:
        import measures
        import near
    finally:
        sys.path.remove(str(BENCH))
    folder = measures.data()
    if folder is None:
        pytest.skip("the texts do not lie beside the checkout (SHANGLIANG_SHARED)")
    return {
        "one matter": lambda: near.one_matter(folder, measures.events(), beside=False),
        "alerts judged by hand": lambda: measures.judged(folder),
        "hot": lambda: measures.hot(folder, beside=False),
    }


@pytest.mark.parametrize("name", FLOORS)
def test_measured_floors_hold(bench, name):
    reached = bench[name]()
    for key, least in FLOORS[name].items():
        assert reached[key] >= least, (name, key, reached)
