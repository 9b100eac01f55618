"""``python bench/opinion [--quick] [--floors] [N ...]``: the fifteen criteria, or some of them.

``--quick`` takes fewer seeds and leaves out the million; ``--floors`` fails when a figure is worse than
``floors.json`` allows. With ``PEER_PYTHON`` naming an interpreter that has red-dwarf 0.4.0, it runs
beside ours on the same votes.
"""

# ruff: noqa: E402  the number of threads is set before numpy is read
from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parent))

from measure import CRITERIA, Absent, Row

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))


def worse(name: str, row: Row) -> list[str]:
    """Figures beyond their bound: ``[least, most]``, null where there is none."""
    out = []
    for key, (least, most) in FLOORS.get(name.split()[0], {}).items():
        value = row.get(key)
        if value is None:
            continue
        if (least is not None and value < least) or (most is not None and value > most):
            out.append(f"{name}: {key} is {value:.4g}, allowed {least} to {most}")
    return out


def main() -> int:
    words = sys.argv[1:]
    quick = "--quick" in words
    chosen = [w for w in words if w.isdigit()]
    failed: list[str] = []
    print(f"load average {os.getloadavg()[0]:.1f}")
    for name, measure in CRITERIA.items():
        if chosen and name.split()[0] not in chosen:
            continue
        began = time.perf_counter()
        try:
            row = measure(quick)
        except Absent as absent:
            print(f"\n{name}: skipped, {absent}")
            continue
        print(f"\n{name}  ({time.perf_counter() - began:.0f} s)", flush=True)
        for key, value in row.items():
            print(f"  {key:44} {value:.4g}", flush=True)
        failed += worse(name, row)
    print(
        *["", "worse than allowed:", *failed] if failed else ["", "all within their bounds"],
        sep="\n",
    )
    return 1 if failed and "--floors" in words else 0


if __name__ == "__main__":
    raise SystemExit(main())
