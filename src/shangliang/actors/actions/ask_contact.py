"""申请改联系方式.

改联系方式: a member asks, the office confirms; nothing in the register changes in between.
"""

from ...notices.post import post
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Actor, ContactChange, Tie
from ..queries import people_tied


@act("contact.ask", "申请改联系方式")
def ask_contact(seat: Seat, **data: str) -> Done:
    """One's own data only. A newer request takes the place of an open one."""
    person = Actor.objects.filter(committee_id=seat.committee_id, pk=seat.person_id).first()
    if person is None:
        raise refuse("请先登录。", "who")
    asked = ContactChange(committee_id=seat.committee_id, person=person)
    for name in ContactChange.FIELDS:
        setattr(asked, name, (data.get(name) or "").strip())
    if not asked.changes():
        raise refuse("和现在登记的一样，没有要改的。")
    ContactChange.objects.filter(person=person, state=ContactChange.State.OPEN).delete()
    asked.save()
    post(
        committee_id=seat.committee_id,
        to=people_tied(seat.committee_id, Tie.Kind.CLERK),
        kind="contact.ask",
        text=f"{person} 申请改联系方式，请确认",
        case=person,
        url="/members/contacts/",
        needs_act=True,
        but=seat.person_id,
    )
    return Done(case=person, about=asked, result=asked)
