"""The quicker of the fifteen criteria hold their bounds; ``bench/opinion`` measures them all."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[5] / "bench" / "opinion"
if not BENCH.is_dir():
    pytest.skip("the bench is not part of an installed package", allow_module_level=True)

# A quick run draws fewer samples: a share near its bound may lie a few standard errors below it.
QUICK = {("8", "intervals that cover"): 0.84}
OWN = tuple(file.stem for file in BENCH.glob("*.py"))


@pytest.mark.slow
@pytest.mark.parametrize("number", ["1", "2", "3", "5", "6", "7", "8", "10", "14"])
def test_measured_bounds_hold(number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    monkeypatch.delenv("PEER_PYTHON", raising=False)
    for name in OWN:
        sys.modules.pop(name, None)
    import measure

    floors = json.loads((BENCH / "floors.json").read_text("utf-8"))[number]
    (function,) = [f for name, f in measure.CRITERIA.items() if name.split()[0] == number]
    try:
        row = function(True)
    except measure.Absent as absent:
        pytest.skip(str(absent))
    finally:
        for name in OWN:
            sys.modules.pop(name, None)
    for key, (least, most) in floors.items():
        if key in row:
            least = QUICK.get((number, key), least)
            assert least is None or row[key] >= least, (key, row[key])
            assert most is None or row[key] <= most, (key, row[key])
