"""发指导意见.

指导: the upper committee advises the lower, which may answer. Nobody's case is touched.
"""

from ...notices.post import post
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import GuidanceNote, Tie
from ..queries import guided_by, people_tied

OFFICE = (Tie.Kind.CLERK,)


@act("guidance.send", "发指导意见", Role.CLERK, Role.LEADER)
def send_note(seat: Seat, *, to: int, title: str, text: str) -> Done:
    """Only to a committee one guides today; it lands with that committee's office."""
    lower = guided_by(seat.committee_id).filter(pk=to).first()
    if lower is None:
        raise refuse("只能发给本级指导的下级政协。", "wall")
    if not title.strip() or not text.strip():
        raise refuse("事项和内容都要写。")
    note = GuidanceNote.objects.create(
        committee_id=seat.committee_id,
        to=lower,
        title=title.strip()[:80],
        text=text.strip(),
        by_id=seat.person_id,
    )
    post(
        committee_id=lower.pk,
        to=people_tied(lower.pk, *OFFICE),
        kind="guidance.send",
        text=f"{seat.committee_name}的指导意见：{note.title}",
        case=note,
        url="/guidance/",
    )
    return Done(case=note, detail={"to": lower.pk}, result=note)
