"""确认联系方式."""

from django.utils import timezone

from ...notices.post import post
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import ContactChange


@act("contact.decide", "确认联系方式", Role.CLERK)
def decide_contact(seat: Seat, pk: int, *, agree: bool, reason: str = "") -> Done:
    """Agreed: the register changes. Not agreed: the member is told why."""
    asked = (
        ContactChange.objects.select_for_update(of=("self",))
        .select_related("person")
        .filter(committee_id=seat.committee_id, pk=pk)
        .first()
    )
    if asked is None:
        raise refuse("没有找到这一条申请，可能已被新的申请代替。", "wall")
    if asked.state != ContactChange.State.OPEN:
        raise refuse(f"这一条{asked.get_state_display()}，不用再办。")
    if not agree and not reason.strip():
        raise refuse("没有改，要说明原因，让委员知道。")
    person = asked.person
    fields = [name for name in ContactChange.FIELDS if getattr(asked, name)]
    if agree:
        for name in fields:
            setattr(person, name, getattr(asked, name))
        person.save()
    asked.state = ContactChange.State.CONFIRMED if agree else ContactChange.State.REFUSED
    asked.reason, asked.decided_at = reason.strip(), timezone.now()
    asked.decided_by_id = seat.person_id
    asked.save()
    words = "已按您的申请改好联系方式" if agree else f"联系方式没有改：{asked.reason}"
    post(
        committee_id=seat.committee_id,
        to=[person.pk],
        kind="contact.decide",
        text=words,
        case=person,
        url="/account/",
    )
    return Done(case=person, about=asked, detail={"agree": agree, "fields": fields}, result=asked)
