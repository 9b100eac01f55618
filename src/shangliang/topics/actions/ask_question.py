"""提一个疑问.

解疑释惑 (S-091): a question by somebody affected, a factual answer with its source, clear or not.

Nothing about the person is kept. An answer that is not clear goes back once; the second one names
the rule it rests on.
"""

from django.db import IntegrityError, transaction

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..codes import new_code
from ..intake import keep_secrets_out
from ..models import Consultation, Question
from ..telling import tell


@act("question.ask", "提一个疑问")
def ask_question(seat: Seat, *, consultation: int, text: str) -> Done:
    """By anybody, on a consultation that is public. Returns the Question with its receipt code."""
    case = Consultation.objects.filter(
        committee_id=seat.committee_id,
        pk=consultation,
        public=True,
        state__in=["recorded", "answered", "closed"],
    ).first()
    if case is None:
        raise refuse("这次协商没有公开。", "wall")
    text = " ".join(text.split())
    if not 4 <= len(text) <= 300:
        raise refuse("请把疑问写成一两句话，4 到 300 个字。")
    keep_secrets_out(text)
    for _ in range(5):
        try:
            with transaction.atomic():
                row = Question.objects.create(
                    committee_id=case.committee_id,
                    consultation=case,
                    public_code=new_code("WD"),
                    text=text,
                    asked_on=today(),
                )
        except IntegrityError:
            continue
        tell(case, [case.made_by_id], "question.ask", f"有人问：{text[:60]}", seat, True)
        return Done(case=row)
    raise refuse("回执号没有生成，请再点一次。")
