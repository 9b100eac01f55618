"""公开报名."""

import secrets

from django.db.models import Sum
from django.utils import timezone

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Activity, Attendance, Guest

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


MOST_PEOPLE = 5


def new_code() -> str:
    """Nobody guesses it: 30^12 possibilities. HD-7K2M-H617-QX4T."""
    pick = "".join(secrets.choice(ALPHABET) for _ in range(12))
    return f"HD-{pick[:4]}-{pick[4:8]}-{pick[8:]}"


def places_taken(row: Activity) -> int:
    """Members who come and guests, each head counted."""
    going = Attendance.objects.filter(
        committee_id=row.committee_id, activity=row, state="going"
    ).count()
    guests = Guest.objects.filter(
        committee_id=row.committee_id, activity=row, state="coming"
    ).aggregate(n=Sum("people"))["n"]
    return going + (guests or 0)


def open_now(row: Activity) -> bool:
    """Open to everybody, and not over."""
    return (
        row.open_to == Activity.OpenTo.PUBLIC
        and row.state == "open"
        and row.ends_at > timezone.now()
    )


@act("activity.guest", "公开报名")
def sign_up_guest(seat: Seat, pk: int, *, name: str, people: int = 1, client_key: str = "") -> Done:
    """Returns the :class:`Guest`. The activity is locked, so that the last place is given once."""
    row = lock(Activity, pk, seat.committee_id)
    known = (
        Guest.objects.filter(activity=row, client_key=client_key[:64]).first()
        if client_key
        else None
    )
    if known is not None:
        return Done(case=row, about=known, result=known)
    if not open_now(row):
        raise refuse("这个活动现在不能公开报名。")
    if not name.strip():
        raise refuse("请写怎么称呼您，签到时用。")
    if not 1 <= people <= MOST_PEOPLE:
        raise refuse(f"一次最多报 {MOST_PEOPLE} 个人。")
    if row.capacity is not None:
        left = row.capacity - places_taken(row)
        if people > left:
            raise refuse(f"还剩 {left} 个名额。" if left > 0 else f"名额 {row.capacity} 个已满。")
    guest = Guest.objects.create(
        committee_id=row.committee_id, activity=row, public_code=new_code(),
        name=name.strip()[:40], people=people, client_key=client_key[:64],
    )  # fmt: skip
    return Done(case=row, about=guest, result=guest, detail={"people": people})
