"""核实成效: by somebody who neither did it nor entered it for the doer (S-031, S-037)."""

from datetime import date

from django.db import models, transaction
from django.utils import timezone

from ...journal import write as journal
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import Refused, Verdict, refuse
from ..models import Effect

JUDGES = (Role.SUPERVISOR, Role.CLERK)


def may_judge(seat: Seat, row: Effect) -> str | None:
    """None when this seat may judge; else the sentence that says why not."""
    if row.doer_id in seat.units:
        return "承办单位不能给自己核实成效。"
    if row.self_reported and row.entered_by_id == seat.person_id:
        return "填报的人不能自己核实。"
    if not seat.has(*JUDGES):
        return "只有督办机构或提案委可以核实成效。"
    return None


def judge_effect(
    seat: Seat,
    pk: int,
    *,
    case: models.Model,
    verdict: str,
    how: str,
    value: str = "",
    measured_on: date | None = None,
    asked: int | None = None,
    content: int | None = None,
    voices: int = 0,
    order: int | None = None,
) -> Effect:
    """Say what became of it, and how one knows.

    ``voices``: how many people affected the rulebook wants asked before "solved"; fewer answers
    leave it waiting for them. ``asked`` and ``content`` are counts, never names.
    """
    with transaction.atomic():
        row = (
            Effect.objects.select_for_update(of=("self",))
            .filter(pk=pk, committee_id=seat.committee_id, case_id=case.pk)
            .first()
        )
        if row is None:
            raise Refused(Verdict(False, "没有找到这条成效。", "wall"))
        if said := may_judge(seat, row):
            raise refuse(said, "who")
        check(row, verdict, how, value, measured_on, asked, content, voices)
        row.verdict, row.how = verdict, how.strip()
        row.value = value.strip()[:200] or row.value
        row.measured_on = measured_on or row.measured_on
        row.asked, row.content = asked, content
        if verdict != Effect.Verdict.UNKNOWN:
            row.judge_id, row.judged_at, row.self_reported = seat.person_id, timezone.now(), False
        row.save()
        journal.write(
            committee_id=row.committee_id,
            person_id=seat.person_id,
            verb="effect.judge",
            case=case,
            about=row,
            detail={"verdict": verdict, "unit": row.doer_id, "order": order},
        )
    return row


def check(
    row: Effect,
    verdict: str,
    how: str,
    value: str,
    measured_on: date | None,
    asked: int | None,
    content: int | None,
    voices: int,
) -> None:
    """What a judgement must rest on."""
    if verdict not in Effect.Verdict.values:
        raise refuse("请选见效、部分见效、未见效或尚不知道。")
    if not how.strip():
        raise refuse("请写怎么核实的：看了哪里、查了什么、问了谁。")
    if measured_on and measured_on > today():
        raise refuse("测量日不能晚于今天。")
    if verdict in ("solved", "partly") and not (value.strip() or row.value):
        raise refuse("判见效要有现在的数，请写现在是多少。")
    if verdict in ("solved", "partly") and not (measured_on or row.measured_on):
        raise refuse("请写是哪天量的。")
    if (content or 0) > (asked or 0):
        raise refuse("认可的人数不能多于问过的人数。")
    if verdict == "solved" and (asked or 0) < voices:
        raise refuse(
            f"待群众评价：规程要求见效前至少问 {voices} 位群众，现在问了 {asked or 0} 位。"
            "可以先选“尚不知道”存下。"
        )
