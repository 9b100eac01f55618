"""协商成果：投票."""

from django.db.models import F

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..adoption import current
from ..flow import RESULT
from ..models import Adoption, Result

CHOICES = {"yes": "赞成", "no": "反对", "abstain": "弃权"}


@verb(RESULT, "cast_vote", Result)
def cast_vote(case: Result, seat: Seat, *, choice: str) -> Done:
    """Once a person. The event says that one voted, never what."""
    if choice not in CHOICES:
        raise refuse("请选赞成、反对或弃权。")
    vote = current(case)
    mine = vote.electors.select_for_update().get(person_id=seat.person_id)
    if mine.voted:
        raise refuse("您已经投过票了，投出的票不能改。")
    mine.voted = True
    if vote.kind == "named":
        mine.choice = choice
    mine.save(update_fields=["voted", "choice"])
    Adoption.objects.filter(pk=vote.pk).update(**{choice: F(choice) + 1})
    return Done(detail={"kind": vote.kind})
