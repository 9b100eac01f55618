"""Purpose, holder and end stand on the page the firms see (catalogue E5)."""

from datetime import date

from django.db import transaction

from ...journal import write as journal
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Survey


def start_survey(seat: Seat, *, title: str, purpose: str, ends_on: date) -> Survey:
    """Purpose, holder and end stand on the page the firms see (catalogue E5)."""
    if not seat.has(Role.EDITOR, Role.ORGANISER):
        raise refuse("只有信息编辑或专委会工作人员可以。", "who")
    if not title.strip() or not purpose.strip():
        raise refuse("请写题目，和为了什么、谁用、用到什么时候。")
    if ends_on < today():
        raise refuse("截止日不能早于今天。")
    with transaction.atomic():
        survey = Survey.objects.create(
            committee_id=seat.committee_id, title=title.strip()[:80],
            purpose=purpose.strip()[:300], ends_on=ends_on, by_id=seat.person_id,
        )  # fmt: skip
        journal.write(
            committee_id=survey.committee_id, person_id=seat.person_id, verb="survey.start",
            case=survey, detail={"until": ends_on},
        )  # fmt: skip
        return survey
