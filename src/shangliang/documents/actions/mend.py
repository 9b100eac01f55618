"""拟定项：修改."""

import math
import re

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import EXTRACT
from ..models import Extract
from ..readings.propose import figure_words

K = Extract.Kind


SPLIT = re.compile(r"[、，,；;\s]+")


LISTS = ("lead", "partners")


# What of a proposal a person may put right, by kind; the sentence itself is the source's.
MENDED: dict[K, dict[str, type]] = {
    K.TASK: {"lead": str, "partners": str, "due": str},
    K.INDICATOR: {"region": str, "indicator": str, "value": float, "unit": str, "period": str,
                  "sort": str},
    K.GAP: {"target": str},
    K.TOPIC: {"form": str, "aim": str},
    K.CLAUSE: {"address": str, "level": int},
}  # fmt: skip


@verb(EXTRACT, "mend", Extract)
def mend(case: Extract, seat: Seat, *, title: str, data: dict[str, object] | None = None) -> Done:
    """Other words or values than were proposed; the sentence itself is the source's and stays."""
    words = title.strip()
    case.data = case.data | mended(K(case.kind), data or {})
    if case.kind == K.INDICATOR and data:
        words = figure_words(case.data)
    if not words:
        raise refuse("拟定的内容不能空着。")
    case.title = words[:400]
    case.data["mended"] = True
    return Done(detail={"kind": case.kind})


def mended(kind: K, data: dict[str, object]) -> dict[str, object]:
    """The fields put right, each of its kind. Raises Refused."""
    out: dict[str, object] = {}
    for name, value in data.items():
        form = MENDED.get(kind, {}).get(name)
        if form is None:
            raise refuse(f"这一项没有“{name}”可改。")
        try:
            given = str(value).strip()[:200]
            if form is str:
                out[name] = [w for w in SPLIT.split(given) if w] if name in LISTS else given
            elif given:
                out[name] = form(given.replace("−", "-").replace(",", ""))
        except ValueError:
            raise refuse(f"“{value}”不是一个数。") from None
    if (number := out.get("value")) is not None and not math.isfinite(float(str(number))):
        raise refuse("数值要是一个普通的数。")
    return out
