"""``python bench/search [documents]``: every measure of the search engine, one JSON line each."""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import baselines
import measures
import near


def main() -> int:
    folder = measures.data()
    if folder is None:
        print("the texts do not lie beside the checkout (SHANGLIANG_SHARED)")
        return 1
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 120_000
    for name, do in (
        ("near duplicates", lambda: near.edited(folder, size)),
        ("one matter", lambda: near.one_matter(folder, measures.events())),
        ("alerts", lambda: [measures.alerts(folder, t) for t in (0.25, 0.30, 0.34, 0.40, 0.50)]),
        ("alerts judged by hand", lambda: measures.judged(folder)),
        ("hot", lambda: measures.hot(folder)),
        ("units", lambda: measures.units(folder)),
        ("classes", lambda: measures.classes(folder)),
        ("classes, one half learned", lambda: measures.halves(folder)),
        ("measured elsewhere", lambda: baselines.ELSEWHERE),
    ):
        began = time.perf_counter()
        print(json.dumps({name: do(), "took_s": round(time.perf_counter() - began, 1)}), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
