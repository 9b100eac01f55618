"""头脑风暴 (S-117): ideas, three votes each, and the best with an owner."""

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F, Max

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..intake import keep_secrets_out
from ..models import Consultation, Idea, IdeaVote
from .meeting import new_point

VOTES, MOST = 3, 60


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


def idea_of(case: Consultation, pk: int) -> Idea:
    row: Idea | None = case.ideas.filter(pk=pk).first()
    if row is None:
        raise refuse("没有这个点子。", "wall")
    return row


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


@verb(CONSULTATION, "choose_idea", Consultation)
def choose_idea(
    case: Consultation, seat: Seat, *, idea: int, owner: int, due_on: date | None = None
) -> Done:
    """An idea becomes an agreed point with an owner and a day."""
    row = idea_of(case, idea)
    if row.point_id:
        raise refuse("这个点子已经定了谁来做。")
    if due_on is None:
        raise refuse("请写什么时候前。")
    row.point = new_point(case, kind="agreed", text=row.text, owner=owner, due_on=due_on)
    row.save(update_fields=["point"])
    return Done(about=row, detail={"unit": owner})
