"""队伍, 全覆盖缺口, 人才库 and 政协之友 as tables."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest

from ...groups.counting import years_of
from ...groups.coverage import coverage_of
from ...groups.flow import LISTED
from ...groups.matching import lately
from ...groups.models import Team
from ...groups.people import OFFICE, READERS, people_of
from ...groups.queries import listed, teams
from ...groups.words import EFFORTS, FORMS, LISTS, TALENTS
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ..exporting import Column, Exporter, register
from .years import number

KINDS = ("study", "proposal", "report", "inspection", "speech", "service", "duty", "contact", "plan", "summary", "activity")  # fmt: skip


def team_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a team: what it did by kind, what is short. ``?year=`` ``?form=``."""
    rows = teams(seat).filter(state="running").order_by("form", "body__stroke_key", "pk")
    if request.GET.get("form") in FORMS:
        rows = rows.filter(form=request.GET["form"])
    found: list[Team] = list(rows)
    year = number(request, "year") or today().year
    people, years = people_of(found), years_of(found, year)
    for team in found:
        one = years[team.pk]
        heads = "、".join(p.name for p in people[team.pk] if p.head)
        short = "、".join(f"{x.label}{n}" for x, n in one.missing)
        yield (
            team.form_label, str(team), heads, len(people[team.pk]), team.place, team.serves, year,
            *(one.done[k] for k in KINDS), one.planned, one.kept, short, one.last,
        )  # fmt: skip


def gap_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """Everybody without cover, by which of the two."""
    found = coverage_of(seat.committee_id)
    for word, cover in (
        ("没有编入党支部", found.organisation), ("没有人联系", found.work),
    ):  # fmt: skip
        for gap in cover.gaps:
            yield (word, gap.name, gap.sector)


def people_rows(kinds: Sequence[str]) -> Any:
    """Those in force or asked; the withdrawn have no line. Telephone numbers stay in the system."""

    def rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
        found = list(
            listed(seat).filter(kind__in=kinds).exclude(state="gone").order_by("kind", "name", "pk")
        )
        often = lately(seat.committee_id, [r.pk for r in found])
        for row in found:
            yield (
                LISTS[row.kind], row.name, row.unit, row.post, row.fields, row.purpose,
                LISTED.label_of(row.state), row.consent_on, row.until, often.get(row.pk, 0),
            )  # fmt: skip

    return rows


PEOPLE = (
    Column("类", 12), Column("姓名", 14), Column("单位", 28), Column("职务职称", 18),
    Column("擅长", 36), Column("用途", 40), Column("状态", 12), Column("同意日", 12),
    Column("用到", 12), Column("近半年请过", 12),
)  # fmt: skip
register(
    Exporter(
        "teams",
        "队伍",
        (
            Column("类型", 12), Column("名称", 28), Column("负责人", 16), Column("人数", 8),
            Column("地点", 28), Column("服务、联系", 36), Column("年度", 8),
            *(Column(EFFORTS[k], 10) for k in KINDS), Column("计划", 8), Column("做了", 8),
            Column("还差", 30), Column("最近一次", 12),
        ),
        team_rows,
        READERS,
    )
)  # fmt: skip
register(
    Exporter(
        "coverage", "两个全覆盖缺口",
        (Column("缺什么", 18), Column("委员", 14), Column("界别", 24)), gap_rows, OFFICE,
    )
)  # fmt: skip
register(Exporter("talents", "人才库", PEOPLE, people_rows(TALENTS), (Role.CLERK, Role.ORGANISER)))
register(
    Exporter("friends", "政协之友", PEOPLE, people_rows(("friend",)), (Role.CLERK, Role.ORGANISER))
)
