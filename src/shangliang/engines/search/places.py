"""The place that texts name: the district, then the nearest name of an estate, road, school or river."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

PLACE = re.compile(
    r"(?:[A-Z]\d{0,2}[市区县])|[一-鿿]{2,8}?(?:市|区|县|镇|乡|街道|社区|村|小区|新城|城|花园|家园|苑|府|湾畔|湾|公馆|"
    r"公园|广场|大道|路|街|桥|学校|小学|中学|学院|大学|医院|园区|水库|河|湖|滩){1,2}"
)
WIDE = re.compile(r"[A-Z]\d{0,2}[市区县]|[一-鿿]{1,3}[^小社校园景片厂街][市区县]")
NOT_PLACE = re.compile(
    r"^(?:我们|他们|建议|关于|请问|咨询|反映|投诉|希望|解决|加快|完善|部分|一些|这个|道路|学校|小区|社区)"
    # What no name has: a stretch with one of these is a piece of a sentence that ends like a name.
    r"|[的是在有要去从到并被把让向和与及或对于请我你他她这那个没不求给为以就都也还很再将即]"
    r"|导致|召开|排入|确定|必须|违规|违法|附近|旁边|业主|居民|开发商|学生|职工|政府|部门"
)


def named(text: str) -> set[str]:
    """Stretches of a text that look like the name of a place."""
    return {p for p in PLACE.findall(text) if not NOT_PLACE.search(p)}


def place_of(titles: Sequence[str], bodies: Sequence[str] = ()) -> str:
    """The place most of the texts name: the district first, then the nearest name."""
    counts: Counter[str] = Counter()
    for title in titles:
        counts.update(named(title))
    # A title names what it is about; the text is asked where the titles name nothing near.
    if not any(c * 3 >= len(titles) and not WIDE.fullmatch(p) for p, c in counts.items()):
        for title, body in zip(titles, bodies, strict=False):
            counts.update(named(body[:120]) - named(title))
    if not counts:
        return ""
    half = max(1, len(titles) // 3)
    often = [(c, p) for p, c in counts.items() if c >= half] or [(c, p) for p, c in counts.items()]
    wide = [x for x in often if WIDE.fullmatch(x[1])]
    near = [x for x in often if x not in wide]
    parts = []
    if wide:
        # A district says more than its city.
        parts.append(max(wide, key=lambda x: (x[1][-1] in "区县", x[0], x[1]))[1])
    if near:
        parts.append(max(near, key=lambda x: (x[0], len(x[1]), x[1]))[1])
    return "".join(dict.fromkeys(parts))
