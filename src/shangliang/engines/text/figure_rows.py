"""Several figures for several names: "A和B增长13%", "A、B分别达到3亩、5亩"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .comparisons import last_clause, signed_value
from .figure_names import joint_names, name_of
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


def shared_figures(
    text: str, quantities: list[Quantity], rank: int, left: Span, figure: Figure
) -> list[Figure]:
    """ "A和B增长13%" is two figures; "A、B分别增长5%、6%" is one each."""
    names = joint_names(figure.indicator)
    if len(names) < 2:
        return []
    between = text[left.start : figure.quantity.start]
    shared: list[Figure] = []
    if "分别" in between or _row(text, quantities, rank, len(names)):
        for offset, name in enumerate(names):
            if rank + offset >= len(quantities):
                break
            q = quantities[rank + offset]
            shared.append(
                Figure(
                    Span(figure.span.start, q.end),
                    figure.region,
                    name,
                    q,
                    signed_value(text, left, q) if not offset else _same_sign(figure, q),
                    figure.period,
                    figure.comparison,
                    figure.kind,
                    figure.note,
                )
            )
        return shared[:1] if len(shared) < len(names) else shared[:1]
    return [
        Figure(
            figure.span,
            figure.region,
            name,
            figure.quantity,
            figure.value,
            figure.period,
            figure.comparison,
            figure.kind,
            figure.note,
        )
        for name in names
    ]


def _same_sign(figure: Figure, quantity: Quantity) -> float:
    return -abs(quantity.value) if figure.value < 0 < figure.quantity.value else quantity.value


class Turn:
    """Names or places waiting for their figures after 分别: "A、B分别达到3亩、5亩"."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.places: list[str] = []

    def begin(
        self, text: str, left: Span, out: list[Figure], own: list[Span], length: int
    ) -> Figure:
        """The first figure of the row, with the first name or place that waits."""
        figure = out[-1]
        self.names, self.places = [], []
        if length > 1 and len(own) == length:
            self.places = [text[p.start : p.end] for p in own]
            return replace(figure, region=self.places.pop(0))
        names = [*dict.fromkeys(f.indicator for f in out[-9:-1])][-length:]
        if len(names) > 1 and not name_of(text[last_clause(text, left).start : left.end]):
            self.names = names
            return replace(figure, indicator=self.names.pop(0))
        return figure

    def next(self, text: str, left: Span, figure: Figure, out: list[Figure]) -> Figure:
        """A later figure of the row takes the next; anything else ends the row."""
        if not (self.names or self.places) or text[left.start : left.end] not in ("和", "、", "与"):
            self.names, self.places = [], []
            return figure
        before = out[-1]
        figure = replace(
            figure, comparison=before.comparison, value=_same_sign(before, figure.quantity)
        )
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


def _row(text: str, quantities: list[Quantity], rank: int, count: int) -> bool:
    row = quantities[rank : rank + count]
    return len(row) == count and all(
        text[a.end : b.start] in ("和", "、", "与", "以及")
        for a, b in zip(row, row[1:], strict=False)
    )
