"""登记履职集体: a duty group, studio, contact point, branch …; or those the register has already."""

from datetime import date

from ...actors.entering import store
from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..belonging import put_in
from ..models import Team
from ..people import OFFICE
from ..words import FORMS, KIND_OF


@act("team.add", "登记履职集体", *OFFICE)
def add_team(
    seat: Seat,
    *,
    form: str,
    name: str,
    basis: str = "",
    place: str = "",
    serves: str = "",
    guide: int | None = None,
    note: str = "",
    opened_on: date | None = None,
    head: int | None = None,
) -> Done:
    """``name``: a new body, or one of the register that is no team yet. Returns the Team."""
    if form not in FORMS:
        raise refuse("请选类型。")
    name = " ".join(name.split())[:120]
    if not name:
        raise refuse("请写名称。")
    opened = opened_on or today()
    if opened > today():
        raise refuse("设立日期不能晚于今天。")
    body = Actor.objects.filter(
        committee_id=seat.committee_id, kind=KIND_OF[form], name=name
    ).first()
    if body and Team.objects.filter(committee_id=seat.committee_id, body=body).exists():
        raise refuse(f"已经登记过“{name}”，请到它的页面上改。")
    if body is None:
        body = Actor(committee_id=seat.committee_id, kind=KIND_OF[form], name=name)
        store(body)
    team = Team.objects.create(
        committee_id=seat.committee_id, body=body, form=form, basis=basis.strip()[:60],
        place=place.strip()[:120], serves=serves.strip()[:300], guide=guide_of(seat, guide),
        note=note.strip()[:300], opened_on=opened,
    )  # fmt: skip
    if head:
        put_in(team, head, "组长" if form == "group" else "负责人", opened, None, "")
    return Done(case=team, detail={"kind": form, "body": body.pk})


def guide_of(seat: Seat, pk: int | None) -> Actor | None:
    """A special committee of this CPPCC."""
    if not pk:
        return None
    found = Actor.objects.filter(
        pk=pk, committee_id=seat.committee_id, kind=Actor.Kind.SPECIAL_COMMITTEE
    ).first()
    if found is None:
        raise refuse("没有这个专委会，请从名册里选。", "wall")
    return found
