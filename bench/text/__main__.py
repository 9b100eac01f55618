"""``python bench/text``: precision and recall of the reading engine on the development data."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from measure import Score, pages, policy, seed, shared


def show(name: str, scores: dict[str, Score], loud: bool) -> None:
    print(f"\n{name}")
    for kind, score in scores.items():
        print(
            f"  {kind:24} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"
            f"  ({score.right} of {score.wanted} wanted, {score.found} found)"
        )
        if loud and score.missed:
            print("      missed:", *score.missed, sep="\n        ")
        if loud and score.extra:
            print("      extra:", *score.extra, sep="\n        ")


def main() -> None:
    loud = "-v" in sys.argv
    folder = shared()
    if folder is None:
        print("the source documents are not here; only our own pages are measured")
    else:
        for letter in "ab":
            show(f"source document {letter}", seed(letter, folder), loud)
        for shape in ("raw", "pdf"):
            show(f"policy papers, {shape}", policy(shape, folder), loud)
    for kind in ("tuned", "held", "apart"):
        for width in (0, 19, 31):
            show(
                f"pages {kind}" + (f", wrapped at {width}" if width else ""),
                pages(kind, width),
                loud,
            )


main()
