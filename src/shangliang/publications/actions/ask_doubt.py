"""提一个疑问: by whoever holds the talk's code; nothing about the person is kept."""

from django.db import IntegrityError, transaction

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...topics.codes import new_code
from ...topics.intake import keep_secrets_out
from ..models import Doubt, Lecture


@act("doubt.ask", "听众提一个疑问")
def ask_doubt(seat: Seat, *, code: str, text: str) -> Done:
    """Returns the Doubt with its receipt code."""
    talk = Lecture.objects.filter(committee_id=seat.committee_id, code=code.strip().upper()).first()
    if talk is None or talk.state != "open":
        raise refuse("这一场现在不收问题。", "wall")
    text = " ".join(text.split())
    if not 4 <= len(text) <= 300:
        raise refuse("请把疑问写成一两句话，4 到 300 个字。")
    keep_secrets_out(text)
    for _ in range(5):
        try:
            with transaction.atomic():
                row = Doubt.objects.create(
                    committee_id=talk.committee_id, lecture=talk, text=text, asked_on=today(),
                    public_code=new_code("XW"),
                )  # fmt: skip
        except IntegrityError:
            continue
        return Done(case=talk, about=row, result=row)
    raise refuse("回执号没有生成，请再点一次。")
