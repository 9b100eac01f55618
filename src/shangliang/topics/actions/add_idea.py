"""协商：出个点子."""

from django.db.models import Max

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..ideas import MOST
from ..intake import keep_secrets_out
from ..models import Consultation, Idea


@verb(CONSULTATION, "add_idea", Consultation)
def add_idea(case: Consultation, seat: Seat, *, text: str) -> Done:
    """One idea in one sentence; the same words twice are one."""
    text = " ".join(text.split())
    if not 4 <= len(text) <= 200:
        raise refuse("点子写成一句话，4 到 200 个字。")
    keep_secrets_out(text)
    if case.ideas.filter(text=text).exists():
        raise refuse("已经有这个点子了，给它投一票吧。")
    if case.ideas.count() >= MOST:
        raise refuse(f"一次会最多记 {MOST} 个点子，先投票挑一挑。")
    most = case.ideas.aggregate(m=Max("order"))["m"] or 0
    row = Idea.objects.create(
        committee_id=case.committee_id,
        consultation=case,
        order=most + 1,
        text=text,
        by_id=seat.person_id,
    )
    return Done(about=row, result=row)
