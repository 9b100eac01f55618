"""A claim beside the figures it speaks of: "大都由负转正" beside seven negatives of ten.

Nothing is decided: claim and figures are shown together, and a person judges.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .figure_rows import Figure
from .mapped import Span

_CLAIM = re.compile(
    r"(?P<what>[^，。；]{0,24}?)(?P<many>大都|大多数?|多数|绝大多数|大部分|全部|普遍|均|都|全面)(?:已经|已)?(?:实现(?:了)?)?(?P<state>由负转正|正增长|转正|为正|实现增长|保持增长|高于全[国省市][^，。；]{0,8})"
)


@dataclass(frozen=True)
class Claim:
    """A claim about several at ``span``, and what the figures say."""

    paragraph: int
    span: Span
    said: str
    found: str
    holds: bool


def claims_beside(paragraphs: list[str], figures: list[tuple[int, Figure]]) -> list[Claim]:
    """Claims of one speech that its own figures (paragraph, figure) speak to."""
    series: dict[str, dict[str, float]] = {}
    for _, figure in figures:
        if figure.kind == "actual" and figure.region and figure.quantity.unit in ("%", "个百分点"):
            series.setdefault(figure.indicator, {})[figure.region] = figure.value
    out: list[Claim] = []
    for number, text in enumerate(paragraphs):
        for match in _CLAIM.finditer(text):
            out.extend(_set_beside(number, match, series))
    return out


def _set_beside(
    number: int, match: re.Match[str], series: dict[str, dict[str, float]]
) -> list[Claim]:
    out: list[Claim] = []
    fullest = max(map(len, series.values()), default=0)
    for indicator, values in series.items():
        parts = {place: value for place, value in values.items() if not re.match("[我全本]", place)}
        if len(values) < fullest:
            continue  # a list of the worst only says nothing of the rest
        if len(parts) < 3 or match["state"].startswith("高于"):
            continue
        negative = sum(value < 0 for value in parts.values())
        most = match["many"] in ("大都", "大多", "大多数", "多数", "绝大多数", "大部分", "普遍")
        holds = negative * 2 < len(parts) if most else negative == 0
        if not holds:
            found = f"文中{len(parts)}个地方的“{indicator}”，{negative}个为负：" + "、".join(
                f"{place}{value:g}%" for place, value in parts.items()
            )
            out.append(Claim(number, Span(match.start(), match.end()), match.group(), found, holds))
    return out
