"""请他来: to an activity, a consultation, a research commission; how often is counted, conflicts stop it."""

from datetime import date

from ...activities.models import Activity
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import REGISTRY, Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..aside import conflict_of, ground_of
from ..flow import LISTED
from ..matching import About, about_of
from ..models import Asking, Listed


@verb(LISTED, "ask_listed", Listed)
def ask_listed(
    case: Listed,
    seat: Seat,
    *,
    title: str = "",
    brief: str = "",
    due_on: date | None = None,
    about_type: str = "",
    about_id: int | None = None,
    despite: str = "",
) -> Done:
    """``despite``: the reason for asking somebody who has a conflict; without one it is refused.

    An activity's list takes the person in as a guest by that room's own verb.
    """
    about = about_of(seat, about_type, about_id) if about_type else About(title.strip(), title)
    if about is None:
        raise refuse("没有找到这次活动、协商或议题。", "wall")
    if not about.title:
        raise refuse("请写请来做什么。")
    ground = ground_of(case.committee_id, about.units, about.proposers)
    if (why := conflict_of(case, ground)) and not despite.strip():
        raise refuse(f"要回避：{why}。确需请的，写明理由。")
    if due_on and due_on < today():
        raise refuse("交的日子已经过了。")
    row = Asking.objects.create(
        committee_id=case.committee_id, listed=case, title=(title.strip() or about.title)[:120],
        brief=(brief.strip() + (f"（有回避情形，理由：{despite.strip()}）" if why else ""))[:500],
        on=today(), due_on=due_on, about_type=about_type, about_id=about_id,
        by_id=seat.person_id,
    )  # fmt: skip
    if about_type == "activity" and about_id and case.person_id:
        activity = Activity.objects.get(committee_id=case.committee_id, pk=about_id)
        if activity.state in ("draft", "open"):
            REGISTRY[("activity", "invite")](
                seat, activity.pk, people=[case.person_id], role="guest"
            )
    elif case.person_id:
        post(
            committee_id=case.committee_id, to=[case.person_id], kind="listed.asked",
            text=f"请您参加：{row.title}", case=case, url=case.get_absolute_url(),
        )  # fmt: skip
    return Done(about=row, detail={"about": about_id, "conflict": bool(why)})
