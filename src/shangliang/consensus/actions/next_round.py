"""开下一轮: the differences of this round are the statements of the next."""

from ...procedures.numbering import allot
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import ROUND
from ..models import Round, Statement
from ..reasons import POLICY


@verb(ROUND, "next_round", Round)
def next_round(case: Round, seat: Seat) -> Done:
    """A draft with what divided people; the host adds middle ways before opening it."""
    apart = [
        row["statement"]
        for row in case.outcome.answer["rows"]
        if row["kind"] in ("different", "minority")
    ]
    fresh = Round.objects.create(
        committee_id=case.committee_id,
        title=f"{case.title}（下一轮）"[:80],
        intro="上一轮大家都同意的已经在办；这一轮只商量还有分歧的。",
        policy=POLICY,
        entry=case.entry,
        order=case.order,
        about_type=case.about_type,
        about_id=case.about_id,
        before=case,
        by_id=seat.person_id,
    )
    for statement in case.statements.filter(number__in=apart, state="shown"):
        Statement.objects.create(
            committee_id=case.committee_id,
            round=fresh,
            number=allot(case.committee_id, f"statement:{fresh.pk}"),
            text=statement.text,
            state="shown",
            seed=True,
        )
    return Done(about=fresh, detail={"count": len(apart)}, result=fresh)
