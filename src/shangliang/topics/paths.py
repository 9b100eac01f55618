"""思想解放闭环 (S-128): each station is written before the next; without facts there is no project."""

from datetime import date

from ..procedures.office_calendar import today
from ..procedures.perform import Done
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .intake import keep_secrets_out
from .models import Path, Station


def written(
    case: Path, seat: Seat, key: str, text: str, place: str = "", seen_on: date | None = None
) -> Done:
    if len(text.strip()) < 10:
        raise refuse("请写两三句，至少 10 个字。")
    keep_secrets_out(text, place)
    row = Station.objects.create(
        committee_id=case.committee_id,
        path=case,
        key=key,
        text=text.strip()[:1000],
        place=place.strip()[:80],
        seen_on=seen_on,
        by_id=seat.person_id,
        on=today(),
    )
    return Done(about=row)


def facts(case: Path, seat: Seat, text: str, place: str, seen_on: date) -> Done:
    if len(place.strip()) < 2:
        raise refuse("请写在哪里看到的。")
    if seen_on > today():
        raise refuse("去看的日子不能晚于今天。")
    return written(case, seat, "facts", text, place, seen_on)
