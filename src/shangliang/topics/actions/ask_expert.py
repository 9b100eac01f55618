"""协商成果：请专家看.

Expert review (咨询论证): asked by one link, comments one by one, each taken or answered why not.
"""

from datetime import date

from django.db import IntegrityError, transaction

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..codes import new_code
from ..flow import RESULT
from ..models import Draft, ExpertReview, Result


@verb(RESULT, "ask_expert", Result)
def ask_expert(case: Result, seat: Seat, *, expert: str, until: date, field: str = "") -> Done:
    """One expert, one link that shows this draft alone until a day. Returns the review."""
    if len(expert.strip()) < 2:
        raise refuse("请写专家的姓名。")
    if until < today():
        raise refuse("截止日不能早于今天。")
    if not case.body.strip():
        raise refuse("先写好正文，再请专家看。")
    if case.reviews.filter(expert=expert.strip(), done_on__isnull=True).exists():
        raise refuse("已经请了这位专家，还没有交回。")
    Draft.objects.get_or_create(
        committee_id=case.committee_id,
        result=case,
        number=case.revision,
        defaults={"body": case.body, "on": today()},
    )
    for _ in range(5):
        try:
            with transaction.atomic():
                row = ExpertReview.objects.create(
                    committee_id=case.committee_id,
                    result=case,
                    expert=expert.strip()[:40],
                    field=field.strip()[:60],
                    public_code=new_code("LZ"),
                    asked_on=today(),
                    revision=case.revision,
                    until=until,
                )
        except IntegrityError:
            continue
        return Done(about=row, result=row)
    raise refuse("链接没有生成，请再点一次。")
