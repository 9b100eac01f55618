"""协商：给点子投票."""

from django.db import IntegrityError, transaction
from django.db.models import F

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..ideas import VOTES, idea_of
from ..models import Consultation, Idea, IdeaVote


@verb(CONSULTATION, "vote_idea", Consultation)
def vote_idea(case: Consultation, seat: Seat, *, idea: int) -> Done:
    """A vote given, or taken back when pressed again; three a person."""
    row = idea_of(case, idea)
    own = {"committee_id": case.committee_id, "person_id": seat.person_id}
    mine = IdeaVote.objects.filter(**own, idea__consultation=case)
    gone, _ = mine.filter(idea=row).delete()
    if not gone:
        if mine.count() >= VOTES:
            raise refuse(f"每人 {VOTES} 票，已经投完；再点一下投过的可以收回。")
        try:
            with transaction.atomic():
                IdeaVote.objects.create(**own, idea=row)
        except IntegrityError:
            raise refuse("这一票已经记上了。") from None
    Idea.objects.filter(pk=row.pk).update(votes=F("votes") + (-1 if gone else 1))
    return Done(about=row, detail={"given": not gone})
