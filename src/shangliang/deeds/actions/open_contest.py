"""对履职记录提异议."""

from ...actors.queries import people_tied
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Contest


@act("contest.open", "对履职记录提异议", Role.MEMBER)
def open_contest(
    seat: Seat,
    *,
    year: int,
    text: str,
    shown: str = "",
    about_type: str = "",
    about_id: int | None = None,
) -> Done:
    """``shown``: the line as it stood. The line stays; the word stands beside it until answered."""
    if not text.strip():
        raise refuse("请写哪里不对、应该是什么。")
    if not 1990 < year <= today().year:
        raise refuse("没有这一年的记录。")
    row = Contest.objects.create(
        committee_id=seat.committee_id,
        person_id=seat.person_id,
        year=year,
        about_type=about_type[:30],
        about_id=about_id,
        shown=(shown.strip() or f"{year} 年履职记录")[:300],
        text=text.strip()[:1000],
    )
    post(
        committee_id=seat.committee_id,
        to=people_tied(seat.committee_id, "organiser"),
        kind="contest.open",
        text=f"{seat.name}对履职记录提出异议",
        case=row,
        url=row.get_absolute_url(),
        needs_act=True,
        but=seat.person_id,
    )
    return Done(case=row, detail={"year": year, "about": about_type, "id": about_id})
