"""Several figures for several names: "A和B增长13%", "A、B分别达到3亩、5亩"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .comparisons import last_clause
from .figure_names import TAIL, clean_noun, joint_names, name_of, without_region
from .mapped import Span
from .quantities import Quantity


@dataclass(frozen=True)
class Figure:
    """One figure in a paragraph; ``span`` runs from its name to its end."""

    span: Span
    region: str
    indicator: str
    quantity: Quantity
    value: float
    period: str
    comparison: str
    kind: str
    note: str = ""


def _same_sign(figure: Figure, quantity: Quantity) -> float:
    return -abs(quantity.value) if figure.value < 0 < figure.quantity.value else quantity.value


# "批发、零售、住宿、餐饮四个行业零售额分别完成…": as many figures as there are parts.
_KINDS = r"(?:等?[两二三四五六七八九十\d]{1,2}(?:个|大|类)+|等(?:主要|重点)?)(?:行业|产业|领域|门类|板块|类|产品)"
_GROUP = re.compile(
    rf"(?P<parts>[\u4e00-\u9fff]{{1,16}}(?:、[\u4e00-\u9fff]{{1,16}}){{1,9}}?){_KINDS}"
)
_GROUP_END = re.compile(rf"^.*{_KINDS}|^(?:行业|产业|领域|产品)(?=[\u4e00-\u9fff]{{2}})")


def _parts(words: str, length: int) -> list[str]:
    """The parts of a group; 和 parts the last two only where there would be one too few."""
    parts = words.split("、")
    if len(parts) + 1 == length:
        parts = [*parts[:-1], *re.split("[和与]", parts[-1], maxsplit=1)]
    return parts


def _before_each(words: str) -> list[str]:
    """ "国有项目、民间项目和其他（含外资）项目分别完成投资": the names, each with its measure."""
    names, _, measure = words.partition("分别")
    told = clean_noun(TAIL.sub("", measure))
    open_brackets = re.sub(r"（[^（）]*）", lambda m: "\ue000" * len(m.group()), names)
    parts, start = [], 0
    for sign in re.finditer("[、和与]", open_brackets + "、"):
        parts.append(names[start : sign.start()])
        start = sign.end()
    return [without_region(part, "") + told for part in parts]


_MOVES = re.compile(r"分别(?P<what>(?:拉动|带动|影响)[\u4e00-\u9fff]{2,10}?)(?:约|了|为|达)*$")


class Turn:
    """Names or places waiting for their figures: "A、B分别达到3亩、5亩", "A和B增长8%和11%"."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.places: list[str] = []

    def waits(self, text: str, left: Span) -> bool:
        """Whether the next figure stands in the row that was begun."""
        going_on = text[left.start : left.end] in ("和", "、", "与", "以及")
        if not going_on:
            self.names, self.places = [], []
        return going_on and bool(self.names or self.places)

    def begin(
        self, text: str, left: Span, figure: Figure, out: list[Figure], own: list[Span], length: int
    ) -> list[Figure]:
        """A figure that may open a row, or stand for several names at once ("A和B增长13%")."""
        self.names, self.places = [], []
        joint = joint_names(figure.indicator)
        if "分别" in text[left.start : left.end]:
            named = [part for part in re.split(r"[、和与]", figure.indicator) if len(part) >= 2]
            grouped = _GROUP.search(text[last_clause(text, left).start : left.end])
            parts = _parts(grouped["parts"], length) if grouped else []
            if len(parts) == length > 1:
                measure = _GROUP_END.sub("", figure.indicator)
                named = [without_region(part, figure.region) + measure for part in parts]
            if "分别" in figure.indicator:
                named = _before_each(text[last_clause(text, left).start : left.end])
                if len(named) == length > 1:
                    figure = replace(figure, region="" if own else figure.region)
            if len(named) == length > 1 and len(joint) != length:
                joint = named  # "A、B、C分别下降1%、2%、3%": as many names as figures
        if len(joint) > 1 and length < 2:
            return [replace(figure, indicator=name) for name in joint]
        if len(joint) > 1 and len(joint) == length:
            self.names = joint[1:]
            return [replace(figure, indicator=joint[0])]
        beside = len(own) > 1 and own[0].start >= last_clause(text, left).start
        if length < 2 and beside and figure.region == text[own[-1].start : own[-1].end]:
            between = {text[a.end : b.start] for a, b in zip(own, own[1:], strict=False)}
            if between <= {"、", "和", "与"} and "分别" not in text[left.start : left.end]:
                return [replace(figure, region=text[p.start : p.end]) for p in own]
        if length < 2:
            return [figure]
        moved = _MOVES.search(text[left.start : left.end])
        if (
            moved
            and len(last := [*dict.fromkeys(f.indicator for f in out[-8:])][-length:]) == length
        ):
            # "分别拉动经济增长0.5个、2.8个百分点": of those named before, in their order
            self.names = [re.sub("增加值$", "", name) + moved["what"] for name in last]
            return [replace(figure, indicator=self.names.pop(0))]
        apart = "分别" in text[left.start : left.end] or all(
            p.end <= last_clause(text, left).start for p in own
        )
        if own and apart and len(own) == length:
            self.places = [text[p.start : p.end] for p in own]
            return [replace(figure, region=self.places.pop(0))]
        if not name_of(text[last_clause(text, left).start : left.end]):
            names = [*dict.fromkeys(f.indicator for f in out[-8:])][-length:]
            if len(names) == length:
                self.names = names
                return [replace(figure, indicator=self.names.pop(0))]
        return [figure]

    def next(self, figure: Figure, before: Figure) -> Figure:
        """A later figure of the row takes the next name or place."""
        value = _same_sign(before, figure.quantity)
        figure = replace(figure, comparison=before.comparison, value=value, region=before.region)
        if self.places:
            return replace(figure, region=self.places.pop(0), indicator=before.indicator)
        return replace(figure, indicator=self.names.pop(0))


def row_length(text: str, quantities: list[Quantity], rank: int) -> int:
    length = 1
    for a, b in zip(quantities[rank:], quantities[rank + 1 :], strict=False):
        if text[a.end : b.start] not in ("和", "、", "与", "以及"):
            break
        length += 1
    return length
