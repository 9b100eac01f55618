"""起草通知."""

from datetime import date

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..calls import ContentRow, check, set_contents, set_units
from ..flow.who import DESK
from ..models import Call


@act("call.draft", "起草通知", *DESK)
def draft_call(
    seat: Seat,
    *,
    kind: str,
    title: str,
    due_on: date,
    series: str = "",
    text: str = "",
    meeting_on: date | None = None,
    place: str = "",
    contents: list[ContentRow] | None = None,
    units: list[int] | None = None,
) -> Done:
    """A draft; the next meeting of a series follows the last one held."""
    if kind not in Call.Kind.values:
        raise refuse("请选是哪一种通知。")
    check(title, due_on, meeting_on, kind)
    previous = None
    if series.strip():
        previous = (
            Call.objects.filter(committee_id=seat.committee_id, series=series.strip()[:80])
            .exclude(state="draft")
            .order_by("-meeting_on", "-pk")
            .first()
        )
    row = Call.objects.create(
        committee_id=seat.committee_id,
        kind=kind,
        title=title.strip()[:200],
        series=series.strip()[:80],
        text=text.strip(),
        meeting_on=meeting_on,
        place=place.strip()[:120],
        due_on=due_on,
        previous=previous,
        by_id=seat.person_id,
    )
    set_contents(row, contents or [])
    set_units(row, units or [])
    return Done(case=row, detail={"kind": kind, "previous": previous.pk if previous else None})
