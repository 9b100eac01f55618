"""记成效: a change with its baseline, measure, value, day and evidence (S-031).

Progress is not effect. What the doer alone enters is called self-reported everywhere, until
somebody else has judged it. Stands outside a table: an effect has no course of its own.
"""

from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction

from ...documents.actions.store import store
from ...documents.models import Document
from ...journal import write as journal
from ...journal.kinds import type_of
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Effect

OFFICE = (Role.SUPERVISOR, Role.CLERK)


def record_effect(
    seat: Seat,
    *,
    about: models.Model,
    case: models.Model,
    doer_id: int,
    measure: str,
    baseline: str,
    value: str = "",
    measured_on: date | None = None,
    evidence: UploadedFile | None = None,
    order: int | None = None,
) -> Effect:
    """Record one effect of ``about`` (an ask, a task) of ``case``, done by unit ``doer_id``.

    ``order`` is the number of the ask, for the log. Raises Refused; then nothing is kept.
    """
    owner = case.committee_id  # type: ignore[attr-defined]
    if seat.committee_id != owner or about.committee_id != owner:  # type: ignore[attr-defined]
        raise refuse("这件不属于您所在的政协。", "wall")
    mine = doer_id in seat.units
    if not (mine or seat.has(*OFFICE)):
        raise refuse("只有承办单位、督办机构或提案委可以记成效。", "who")
    if not measure.strip():
        raise refuse("请写用什么衡量，例如“停用的电梯台数”。")
    if not baseline.strip():
        raise refuse("请写原来是多少。没有原来的数，就看不出变了没有。")
    if value.strip() and measured_on is None:
        raise refuse("写了现在的数，请写是哪天量的。")
    if measured_on and measured_on > today():
        raise refuse("测量日不能晚于今天。")
    with transaction.atomic():
        row = Effect.objects.create(
            committee_id=owner,
            about_type=type_of(about),
            about_id=about.pk,
            case_type=type_of(case),
            case_id=case.pk,
            doer_id=doer_id,
            measure=measure.strip()[:200],
            baseline=baseline.strip()[:200],
            value=value.strip()[:200],
            measured_on=measured_on,
            self_reported=mine,
            entered_by_id=seat.person_id,
        )
        if evidence:
            row.evidence = store(seat, case, evidence, Document.Kind.EVIDENCE, about=row)
            row.save(update_fields=["evidence"])
        journal.write(
            committee_id=owner,
            person_id=seat.person_id,
            verb="effect.record",
            case=case,
            about=row,
            detail={"unit": doer_id, "order": order, "self_reported": mine},
        )
    return row
