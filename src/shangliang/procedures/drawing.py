"""The drawn procedure: states as columns, each verb a line from where it may be done to where it leads.

Many arrows between few boxes cannot be followed; here every verb has a line of its own, in the order
of the table, so that a clerk reads it like a timetable. The picture holds positions only; words and
classes are drawn by the template.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from .table import DECIDED, Move, Table

LABEL = 150  # width of the verbs' column
WIDTH = 1150  # fits an office screen; a table of few states has wider columns
NARROW, WIDE = 62, 120
HEAD = 58
ROW = 30


@dataclass(frozen=True)
class Column:
    """A state: where its line stands, its name in one or two lines."""

    key: str
    x: int
    left: int
    words: tuple[str, ...]
    first: bool
    last: bool


@dataclass(frozen=True)
class Arrow:
    """From ``x1`` to ``x2`` with its tip at ``x2``."""

    x1: int
    x2: int

    @property
    def tip(self) -> str:
        side = -7 if self.x2 > self.x1 else 7
        return f"{self.x2},0 {self.x2 + side},-4 {self.x2 + side},4"


@dataclass(frozen=True)
class Row:
    """One verb: dots at its sources, arrows to where it leads."""

    verb: str
    label: str
    y: int
    dots: tuple[int, ...]
    span: tuple[int, int] | None
    arrows: tuple[Arrow, ...]
    kind: str  # mv-on, mv-back, mv-no, or "" for a verb that stays
    off: bool
    text: str  # the whole line in words, for the title


@dataclass(frozen=True)
class Drawing:
    """Everything the template needs."""

    width: int
    height: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    box: int
    head: int = HEAD


def two_lines(name: str) -> tuple[str, ...]:
    """A state's name in at most two lines."""
    if len(name) <= 4:
        return (name,)
    half = (len(name) + 1) // 2
    return (name[:half], name[half:])


def draw(table: Table, steps: Mapping[str, bool]) -> Drawing:
    """The picture of a table under a rulebook's steps."""
    order = list(table.states)
    column = max(NARROW, min(WIDE, (WIDTH - LABEL) // len(order)))
    box = column - 4
    at = {key: LABEL + column * n + column // 2 for n, key in enumerate(order)}
    columns = tuple(
        Column(
            key,
            at[key],
            at[key] - box // 2,
            two_lines(name),
            key == table.initial,
            key in table.final,
        )
        for key, name in table.states.items()
    )
    rows = tuple(
        _row(table, move, HEAD + ROW * n + ROW // 2 + 8, at, steps) for n, move in enumerate(table)
    )
    width, height = LABEL + column * len(order) + 8, HEAD + ROW * len(rows) + 16
    return Drawing(width, height, columns, rows, box)


def _row(table: Table, move: Move, y: int, at: Mapping[str, int], steps: Mapping[str, bool]) -> Row:
    dots = tuple(sorted(at[state] for state in move.source))
    arrows: list[Arrow] = []
    if move.target is not None:
        elsewhere = [state for state in move.lands() if state not in move.source]
        for state in move.lands():
            # A verb that may also stay is drawn by where else it leads, if there is anywhere else.
            if move.target == DECIDED and state in move.source and elsewhere:
                continue
            end = at[state]
            before, after = [x for x in dots if x < end], [x for x in dots if x > end]
            arrows += [Arrow(max(before), end)] if before else []
            arrows += [Arrow(min(after), end)] if after else []
    if not arrows:
        kind = ""
    elif move.refusal:
        kind = "mv-no"
    else:
        forward = any(arrow.x2 > arrow.x1 for arrow in arrows)
        kind = "mv-on" if forward else "mv-back"
    off = bool(move.step) and not steps.get(move.step, False)
    names = "、".join(table.label_of(s) for s in move.source)
    to = "、".join(dict.fromkeys(table.label_of(s) for s in move.lands()))
    text = f"{move.label}：{names}" + (f" → {to}" if arrows else "，状态不变")
    span = (dots[0], dots[-1]) if len(dots) > 1 else None
    return Row(move.verb, move.label, y, dots, span, tuple(arrows), kind, off, text)
