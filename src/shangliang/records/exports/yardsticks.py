"""Figures, gaps, targets and the three lists. Figures bear the columns of a plain SDMX-like table."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest

from ...procedures.seat import Role, Seat
from ...yardsticks.flow import GAP, MEASURE
from ...yardsticks.models import ListRow, Measure, Reading, Target
from ...yardsticks.outcomes import outcomes
from ...yardsticks.queries import gaps, list_rows, yardsticks
from ..exporting import Column, Exporter, register

READERS = (Role.ORGANISER, Role.SUPERVISOR, Role.CLERK, Role.LEADER, Role.MEMBER, Role.UNIT_STAFF, Role.UNIT_HEAD)  # fmt: skip
INSIDE = (Role.ORGANISER, Role.SUPERVISOR, Role.LEADER, Role.UNIT_STAFF, Role.UNIT_HEAD)


def figure_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """Every revision of what the seat sees, ``?period=`` narrows. Two questions.

    Columns: REF_AREA, INDICATOR, TIME_PERIOD, OBS_VALUE, UNIT_MEASURE, OBS_STATUS, as in SDMX-CSV.
    """
    seen = {y.pk: y for y in yardsticks(seat)}
    rows = Reading.objects.filter(committee_id=seat.committee_id, yardstick_id__in=seen)
    if period := request.GET.get("period", "")[:8].replace("\x00", ""):
        rows = rows.filter(period=period)
    fields = (
        "region__name",
        "yardstick_id",
        "period",
        "value",
        "mark",
        "source",
        "on",
        "revision",
        "current",
    )
    for name, pk, code, value, mark, source, on, revision, current in rows.order_by("yardstick_id", "period", "region_id", "revision").values_list(*fields).iterator(chunk_size=5000):  # fmt: skip
        y = seen[pk]
        status = {"missing": "M", "none": "N", "hidden": "Q"}.get(mark, "A" if current else "D")
        yield (
            name, y.code, y.name, y.version, code, None if value is None else float(value), y.unit,
            status, source, on, revision, current,
        )  # fmt: skip


def gap_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """A line a gap and measure; a gap without one stands alone. Two questions."""
    found = list(gaps(seat))
    by_gap: dict[int, list[Measure]] = {}
    for m in Measure.objects.filter(committee_id=seat.committee_id, gap__in=found).select_related(
        "owner"
    ):
        by_gap.setdefault(m.gap_id, []).append(m)
    for g in found:
        head = (
            g.subject, str(g.region or ""), str(g.yardstick or ""), g.period, g.get_against_display(),
            None if g.size is None else float(g.size), g.unit, g.cause, str(g.owner or ""), GAP.label_of(g.state),
        )  # fmt: skip
        for m in by_gap.get(g.pk, []):
            yield (
                *head,
                m.text,
                str(m.owner),
                m.person_name,
                m.due_on,
                MEASURE.label_of(m.state),
                m.effect_value,
            )
        if g.pk not in by_gap:
            yield (*head, "还没有举措", "", "", None, "", "")


def target_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """Each target with its outcome today. Three questions."""
    rows = list(
        Target.objects.filter(
            committee_id=seat.committee_id, yardstick__in=yardsticks(seat)
        ).select_related("yardstick", "region")
    )
    for o in outcomes(seat.committee_id, rows) if rows else []:
        t = o.target
        said = "还不知道" if o.met is None else "达到" if o.met else "未达到"
        yield (
            str(t.region), str(t.yardstick), t.period, None if t.value is None else float(t.value), t.rule,
            None if o.value is None else float(o.value), said, o.words, t.basis,
        )  # fmt: skip


def list_lines(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """找差距, 学先进, 争示范 side by side. Two questions."""
    rows = list(list_rows(seat))
    models: dict[int | None, list[ListRow]] = {}
    learns: dict[int | None, list[ListRow]] = {}
    for r in rows:
        if r.kind == ListRow.Kind.LEARN:
            learns.setdefault(r.gap_id, []).append(r)
        else:
            models.setdefault(r.learn_id, []).append(r)
    for g in gaps(seat).filter(state="open", owner__isnull=False):
        for s in learns.get(g.pk) or [None]:  # type: ignore[list-item]
            for m in (models.get(s.pk) if s else None) or [None]:  # type: ignore[list-item]
                yield (
                    str(g.owner), g.subject, g.cause,
                    s.whom if s else "", s.text if s else "", s.due_on if s else None, s.get_state_display() if s else "没有",
                    m.text if m else "", m.goal if m else "", m.due_on if m else None, m.get_state_display() if m else "没有",
                )  # fmt: skip


def columns(*heads: str) -> tuple[Column, ...]:
    """Heads with a width by their length."""
    return tuple(Column(h, max(10, 2 * len(h) + 2)) for h in heads)


register(Exporter("figures", "指标数据", columns("地区 REF_AREA", "代码 INDICATOR", "指标", "版本", "期间 TIME_PERIOD", "数 OBS_VALUE", "单位 UNIT_MEASURE", "状态 OBS_STATUS", "来源", "数据日期", "修订", "现用"), figure_rows, READERS))  # fmt: skip
register(Exporter("gaps", "差距台账", columns("差距", "地区", "指标", "期间", "和谁比", "差", "单位", "原因", "责任单位", "状态", "举措", "举措单位", "责任人", "时限", "举措状态", "现在"), gap_rows, READERS))  # fmt: skip
register(Exporter("targets", "目标与达成", columns("地区", "指标", "期间", "目标值", "目标规则", "现在", "达到没有", "按哪一条", "依据"), target_rows, READERS))  # fmt: skip
register(Exporter("three-lists", "三张清单", columns("单位", "找差距", "主要原因", "向谁学", "学什么", "时限", "结果", "争什么", "争到什么位次", "到哪天", "做到没有"), list_lines, INSIDE))  # fmt: skip
