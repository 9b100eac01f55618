"""议题、协商计划、协商、成果、议事室: tables for the office. No citizen's name or contact is in any."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest

from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...topics import queries
from ...topics.flow import CONSULTATION, RESULT, TOPIC
from ...topics.marks import rows_of_marks
from ...topics.models import Advice, Consultation, PlanItem, RoomCard, Topic
from ...topics.plan_state import carried_out
from ...topics.presets import forms, plan_forms, result_kinds
from ...topics.rooms import counts_of, standard_of
from ..exporting import Column, Exporter, register
from .years import number

SOURCES = dict(Topic.Source.choices)
LEVELS = dict(RoomCard.Level.choices)


def topic_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a topic: source, marks, decision and why. ``?state=``."""
    rows = queries.topics(seat).select_related("room", "deployment")
    if (state := request.GET.get("state", "")) in TOPIC.states:
        rows = rows.filter(state=state)
    found = list(rows)
    marks = rows_of_marks(found)
    for row in found:
        mark = marks.get(row.pk)
        yield (
            row.public_code,
            row.title,
            SOURCES[row.source],
            row.get_via_display(),
            str(row.room or ""),
            row.made_at.date(),
            row.supports,
            mark.count if mark else 0,
            mark.mean if mark else None,
            mark.spread if mark else None,
            TOPIC.states[row.state],
            row.reason,
        )


def told(row: PlanItem, last: Consultation | None, meeting: bool) -> str:
    """The state of a line as the plan's page says it."""
    if row.dropped_on:
        return "已取消"
    if not meeting:
        return carried_out(row, today())[1]
    return CONSULTATION.states[last.state] if last else "还没安排"


def plan_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line an item of the plan: ``?plan=``, else the newest year."""
    plans = queries.plans(seat)
    pk = number(request, "plan")
    plan = plans.filter(pk=pk).first() if pk else plans.first()
    if plan is None:
        return
    rows = (
        PlanItem.objects.filter(committee_id=seat.committee_id, plan=plan)
        .select_related("lead")
        .prefetch_related("consultations", "milestones")
    )
    for row in rows:
        form = plan_forms().get(row.form)
        live = [c for c in row.consultations.all() if c.state != "cancelled"]
        last = max(live, key=lambda c: c.pk) if live else None
        yield (
            row.number,
            row.aim,
            row.title,
            form.label if form else row.form,
            str(row.lead),
            row.joint,
            row.window_from,
            row.window_to,
            told(row, last, meeting=form is None or form.meeting),
            last.held_on if last else None,
            row.source_line,
        )


def consultation_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a consultation with its counts. ``?form=&state=``."""
    rows = queries.consultations(seat).annotate(
        n_came=Count("parties", filter=Q(parties__came=True), distinct=True),
        n_agreed=Count("points", filter=Q(points__kind="agreed"), distinct=True),
        n_open=Count("points", filter=Q(points__kind="open"), distinct=True),
        n_minority=Count("points", filter=Q(points__kind="minority"), distinct=True),
    )
    if (form := request.GET.get("form", "")) in forms():
        rows = rows.filter(form=form)
    if (state := request.GET.get("state", "")) in CONSULTATION.states:
        rows = rows.filter(state=state)
    for row in rows.iterator(chunk_size=500):
        yield (
            row.title,
            row.kind.label,
            str(row.room or row.lead),
            row.noticed_on,
            row.materials_on,
            row.held_on,
            row.n_came,
            row.n_agreed,
            row.n_open,
            row.n_minority,
            row.minutes_number,
            row.signed_on,
            CONSULTATION.states[row.state],
            row.closed_on,
        )


def result_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a recommendation: what was answered and whether it became a task."""
    rows = (
        Advice.objects.filter(
            committee_id=seat.committee_id, result__in=queries.results(seat).values("pk")
        )
        .select_related("result", "unit", "task")
        .order_by("-result__issued_on", "result_id", "order")
    )
    for row in rows:
        yield (
            row.result.number,
            result_kinds()[row.result.kind].label,
            row.result.title,
            RESULT.states[row.result.state],
            row.result.issued_on,
            row.order,
            row.text,
            str(row.unit or ""),
            row.get_outcome_display() if row.outcome else "",
            row.answer,
            row.answered_on,
            row.task_id is not None,
        )


def room_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a room: six things to have, sessions, agreed, done."""
    from ...topics.views.rooms import rooms_of

    counts = counts_of(seat.committee_id)
    for room in rooms_of(seat.committee_id):
        card = getattr(room, "room_card", None)
        count = counts.get(room.pk)
        standard = standard_of(card, count)
        yield (
            room.name,
            LEVELS.get(card.level, "") if card else "",
            card.address if card else "",
            "、".join(t.who.name for t in room.convenors),
            card.first_convenor if card else "",
            *(s["text"] or "没有" for s in standard),
            count.sessions if count else 0,
            count.agreed if count else 0,
            count.done if count else 0,
        )


INSIDE = queries.INSIDE
TAKES_PART = (*INSIDE, Role.UNIT_STAFF, Role.UNIT_HEAD)

register(
    Exporter(
        "topics",
        "议题库",
        [
            Column("回执号", 16), Column("议题", 40), Column("来源"), Column("怎么来的"),
            Column("议事室", 24), Column("提出"), Column("附议", 8), Column("评议人数", 10),
            Column("平均分", 8), Column("分散度", 8), Column("状态"), Column("理由", 40),
        ],
        topic_rows,
        INSIDE,
    )
)  # fmt: skip
register(
    Exporter(
        "plan",
        "年度协商计划",
        [
            Column("序号", 6), Column("围绕", 20), Column("议题", 40), Column("形式", 20),
            Column("牵头", 20), Column("配合与参加", 30), Column("起"), Column("止"),
            Column("状态"), Column("召开"), Column("出处", 40),
        ],
        plan_rows,
        TAKES_PART,
    )
)  # fmt: skip
register(
    Exporter(
        "consultations",
        "协商台账",
        [
            Column("议题", 40), Column("形式", 20), Column("承办", 24), Column("通知"),
            Column("材料"), Column("召开"), Column("到会", 8), Column("共识", 8),
            Column("没谈拢", 8), Column("少数意见", 8), Column("纪要编号", 20), Column("签发"),
            Column("状态"), Column("办结"),
        ],
        consultation_rows,
        TAKES_PART,
    )
)  # fmt: skip
register(
    Exporter(
        "results",
        "协商成果与建议",
        [
            Column("编号", 24), Column("种类"), Column("标题", 40), Column("状态"),
            Column("签发"), Column("第几条", 8), Column("建议", 50), Column("单位", 20),
            Column("结果"), Column("答复", 50), Column("答复日"), Column("已交办", 8),
        ],
        result_rows,
        TAKES_PART,
    )
)  # fmt: skip
register(
    Exporter(
        "rooms",
        "协商议事室",
        [
            Column("议事室", 36), Column("层级"), Column("地址", 24), Column("召集人", 16),
            Column("第一召集人", 20), Column("有场所", 20), Column("有标识", 20),
            Column("有制度", 20), Column("有流程", 20), Column("有活动"), Column("有成效", 20),
            Column("场次", 8), Column("商定", 8), Column("做成", 8),
        ],
        room_rows,
        INSIDE,
    )
)  # fmt: skip
