"""排一场宣讲: what, on which ground, who to whom, when and where."""

from datetime import datetime

from django.db import IntegrityError, transaction

from ...actors.models import Actor
from ...notices.post import post
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...topics.codes import new_code
from ..flow.who import DESK
from ..models import Lecture


def checked(seat: Seat, title: str, basis: str, place: str, audience: str, speaker: int) -> Actor:
    """The speaker; what must be said of a talk is said. Raises Refused."""
    for label, value in (("讲什么", title), ("依据", basis), ("地点", place), ("讲给谁", audience)):
        if not value.strip():
            raise refuse(f"请填“{label}”。")
    who = Actor.objects.filter(
        committee_id=seat.committee_id, pk=speaker, kind=Actor.Kind.PERSON, active=True
    ).first()
    if who is None:
        raise refuse("宣讲人不在名册里。", "wall")
    return who


@act("lecture.plan", "排一场宣讲", *DESK)
def plan_lecture(
    seat: Seat, *, title: str, basis: str, speaker: int, starts_at: datetime, place: str,
    audience: str, points: str = "",
) -> Done:  # fmt: skip
    """The speaker is told."""
    who = checked(seat, title, basis, place, audience, speaker)
    for _ in range(5):
        try:
            with transaction.atomic():
                row = Lecture.objects.create(
                    committee_id=seat.committee_id, title=title.strip()[:80],
                    basis=basis.strip()[:200], points=points.strip()[:2000], speaker=who,
                    starts_at=starts_at, place=place.strip()[:80], audience=audience.strip()[:80],
                    code=new_code("XJ"), by_id=seat.person_id,
                )  # fmt: skip
        except IntegrityError:
            continue
        post(
            committee_id=row.committee_id, to=[who.pk], kind="lecture.plan",
            text=f"请您宣讲“{row.title}”，{row.place}。", case=row, url=row.get_absolute_url(),
            but=seat.person_id,
        )  # fmt: skip
        return Done(case=row)
    raise refuse("提问码没有生成，请再点一次。")
