"""对象登记册 and 资金 as tables."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest

from ...procedures.seat import Role, Seat
from ...subjects.flow import FUND_LINE, SUBJECT
from ...subjects.models import FundLine, Subject
from ...subjects.money import rate
from ...subjects.queries import lines
from ...subjects.rules import rules
from ..exporting import Column, Exporter, register
from .years import number

ROLES = (
    Role.SUPERVISOR,
    Role.CLERK,
    Role.LEADER,
    Role.ORGANISER,
    Role.UNIT_STAFF,
    Role.UNIT_HEAD,
)
KINDS = dict(Subject.Kind.choices)
LEVELS = dict(FundLine.Level.choices)


def subject_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a thing, by the register's own filter."""
    from ...subjects.forms.subject import counties
    from ...subjects.views.register import Filter, narrowed

    form = Filter(request.GET, counties(seat.committee_id))
    form.is_valid()
    rows = narrowed(seat, form.cleaned_data).select_related(None).order_by("kind", "name", "pk")
    for row in rows.values_list(
        "kind", "name", "code", "state", "place__name", "unit__name", "blocker", "blocked_on",
        "plan_start", "plan_end", "started_on", "ended_on", "about",
    ).iterator(chunk_size=2000):  # fmt: skip
        yield (KINDS[row[0]], *row[1:3], SUBJECT.states[row[3]], *row[4:])


def money_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a fund × level × place. ``?fund=``."""
    rows = lines(seat).select_related(None)
    if fund := number(request, "fund"):
        rows = rows.filter(fund_id=fund)
    for row in rows.order_by("fund__name", "level", "pk").values_list(
        "fund__name", "level", "unit__name", "due", "arrived", "proven", "spent", "arrived_on",
        "state", "asked_on", "reason_code", "reason", "reason_on",
    ).iterator(chunk_size=2000):  # fmt: skip
        done = rate(row[6], row[4])
        yield (
            row[0], LEVELS[row[1]], row[2], *(float(x) for x in row[3:7]),
            None if done is None else float(done), row[7], FUND_LINE.states[row[8]], row[9],
            rules().reasons.get(row[10], ""), *row[11:],
        )  # fmt: skip


register(
    Exporter(
        "subjects",
        "对象登记册",
        (
            Column("类型", 8), Column("名称", 36), Column("编号", 12), Column("状态", 10),
            Column("县区", 14), Column("责任单位", 26), Column("卡在哪里", 40), Column("从哪天", 12),
            Column("计划开工", 12), Column("计划竣工", 12), Column("开工", 12),
            Column("竣工投产", 12), Column("简介", 48),
        ),
        subject_rows,
        ROLES,
    )
)  # fmt: skip
register(
    Exporter(
        "money",
        "资金",
        (
            Column("资金", 36), Column("级次", 8), Column("县区或单位", 20),
            Column("应到位（元）", 18), Column("到位（元）", 18), Column("有凭证的到位（元）", 18),
            Column("支出（元）", 18), Column("支出率（%）", 10), Column("最早到位", 12),
            Column("状态", 8), Column("要求说明", 12), Column("原因", 20), Column("说明", 40),
            Column("说明日期", 12),
        ),
        money_rows,
        ROLES,
    )
)  # fmt: skip
