"""结对联系: a party member among the members stays in touch with one from outside; and its end (S-042)."""

from datetime import date

from ...actors.actions.rules import fits, three_apart
from ...actors.models import Tie
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..belonging import person_of
from ..people import OFFICE, delegates, party_members

K = Tie.Kind


@act("coverage.link", "登记结对联系", *OFFICE)
def link_up(seat: Seat, *, who: int, whom: int, start: date | None = None, basis: str = "") -> Done:
    """``who`` is a party member, ``whom`` is not; both are members today."""
    start = start or today()
    one, other = person_of(seat.committee_id, who), person_of(seat.committee_id, whom)
    members, party = delegates(seat.committee_id), party_members(seat.committee_id)
    if one.pk not in members or other.pk not in members:
        raise refuse("联系的双方都要是现任委员。")
    if one.pk not in party:
        raise refuse(f"{one} 没有登记为中共党员，不能作为联系人。")
    if other.pk in party:
        raise refuse(f"{other} 是党员，编入党支部，不用结对。")
    fits(K.CONTACTS, one, other)
    three_apart(one, K.CONTACTS, start, None)
    ties = Tie.objects.filter(committee_id=seat.committee_id, kind=K.CONTACTS, who=one, whom=other)
    if ties.on(start).exists():
        raise refuse(f"{one} 已经联系{other}。")
    tie = Tie.objects.create(
        committee_id=seat.committee_id, kind=K.CONTACTS, who=one, whom=other, start=start,
        basis=basis.strip()[:200],
    )  # fmt: skip
    return Done(case=other, about=tie, detail={"who": one.pk, "start": start}, result=tie)
