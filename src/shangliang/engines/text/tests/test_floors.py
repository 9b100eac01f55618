"""What was reached is kept: precision and recall by kind do not fall below their floors."""

import importlib.util
import json
import sys
from functools import lru_cache
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[5] / "bench" / "text"
if not BENCH.is_dir():
    pytest.skip("the measured pages are not part of an installed package", allow_module_level=True)


def _measure():
    spec = importlib.util.spec_from_file_location("text_measure", BENCH / "measure.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["text_measure"] = module
    spec.loader.exec_module(module)
    return module


measure = _measure()
FLOORS = json.loads((BENCH / "floors.json").read_text("utf-8"))


@lru_cache
def scores(body):
    kind, _, rest = body.partition(" ")
    if kind == "pages":
        folder, _, width = rest.partition(" ")
        return measure.pages(folder, int(width or 0))
    folder = measure.shared()
    if folder is None:
        pytest.skip("the source documents do not lie beside the checkout (SHANGLIANG_SHARED)")
    return measure.seed(rest, folder) if kind == "seed" else measure.policy(rest, folder)


CASES = [(body, kind, *floor) for body, kinds in FLOORS.items() for kind, floor in kinds.items()]


@pytest.mark.parametrize(
    ("body", "kind", "precision", "recall"), CASES, ids=[f"{b}: {k}" for b, k, *_ in CASES]
)
def test_measured_floors_hold(body, kind, precision, recall):
    score = scores(body)[kind]
    told = f"missed {score.missed[:6]}, extra {score.extra[:6]}"
    assert score.precision >= precision, told
    assert score.recall >= recall, told
