"""The yearly statistics and the units' quality as sheets: the page's own numbers."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest

from ...procedures.seat import Role, Seat
from ..duties import FEW
from ..exporting import Column, Exporter, register
from ..measures import Measures
from ..qualities import handling
from ..statistics import sessions_of, year

WATCH = (Role.CLERK, Role.SECOND_REVIEWER, Role.SUPERVISOR, Role.LEADER)


def number(request: HttpRequest, name: str) -> int | None:
    """A number of the URL, or nothing."""
    given = request.GET.get(name, "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 16 else None


def year_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a measure; the columns of the sessions stand in the order of the page."""
    _, compared = sessions_of(seat.committee_id, number(request, "session"))
    if not compared:
        return
    found = year(seat, compared, Measures(seat.committee_id))
    empty = [""] * (3 - len(compared))
    yield ("", "届次", "", *(f"{s}（{s.year}）" for s in compared), *empty, "")
    for block in found.blocks:
        for line in block.lines:
            yield (block.title, line.label, line.unit, *line.values, *empty, line.says)


def unit_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """Counts of each unit in stroke order. Ratings as counts of at least five, never with names."""
    _, compared = sessions_of(seat.committee_id, number(request, "session"))
    if not compared:
        return
    found = handling(seat, compared[0])
    for line in (*found.units, found.whole):
        n = line.unit.n
        shown = found.rated and line.rated >= FEW
        yield (
            line.unit.name,
            *(n[f"unit_{k}"] for k in ("lead", "co", "done", "timely", "late", "talked", "met")),
            n["unit_full"],
            n["unit_again"],
            line.promise_due,
            line.promise_kept,
            line.rated if found.rated else "",
            *(n[f"unit_{k}"] if shown else "" for k in ("satisfied", "basically", "not")),
        )


register(
    Exporter(
        "year-statistics",
        "年度统计",
        (
            Column("分项", 20),
            Column("项目", 26),
            Column("单位", 6),
            Column("本届次", 16),
            Column("上届次", 16),
            Column("再上届次", 16),
            Column("口径", 48),
        ),
        year_rows,
        (*WATCH, Role.MEMBER),
    )
)
register(
    Exporter(
        "unit-quality",
        "各单位办理质量",
        (
            Column("单位", 24),
            *(
                Column(h, 9)
                for h in ("主办", "会办", "已办复", "按期", "逾期", "答复前沟通", "面商")
            ),
            *(Column(h, 10) for h in ("逐条答全", "重办", "承诺到期", "承诺兑现", "已评价")),
            *(Column(h, 9) for h in ("满意", "基本满意", "不满意")),
        ),
        unit_rows,
        WATCH,
    )
)
