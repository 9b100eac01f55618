"""布置: the list of who must is made once, so that everybody counted was also told."""

from django.utils import timezone

from ...journal.kinds import type_of
from ...notices.post import post
from ...procedures import clocks
from ...procedures.models import Clock
from ...procedures.office_calendar import calendar_of, today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ITEM
from ..layers import groups_of, people_in
from ..models import ItemLayer, StudyDuty, StudyItem
from ..reminders import KIND


@verb(ITEM, "issue_item", StudyItem)
def issue_item(case: StudyItem, seat: Seat) -> Done:
    """Everybody of each layer is on the list once, in the first layer that names them, and is told."""
    rows = list(case.layers.select_related("body"))
    late = [row for row in rows if row.due_on < today()]
    if late:
        raise refuse(f"“{late[0]}”的时限已经过了，先改时限再布置。")
    made, empty = enlist(case, rows)
    if not made:
        raise refuse("这些层里现在一个人也没有。党组等点名的层，先到“分层名单”里加人。")
    case.issued_at = timezone.now()
    for row in rows:
        start_clock(case, row)
    tell(case, made, but=seat.person_id)
    return Done(detail={"people": len(made), "empty": len(empty)})


def enlist(case: StudyItem, rows: list[ItemLayer]) -> tuple[list[StudyDuty], list[ItemLayer]]:
    """Duties of all who have none yet; and the layers in which there is nobody."""
    known = set(case.duties.values_list("person_id", flat=True))
    fresh: dict[int, ItemLayer] = {}
    empty = []
    for row in rows:
        people = people_in(case.committee_id, row.layer, row.body)
        if not people:
            empty.append(row)
        for person in people:
            if person not in known:
                fresh.setdefault(person, row)
    groups = groups_of(case.committee_id, fresh)
    made = [
        StudyDuty(
            committee_id=case.committee_id,
            item=case,
            person_id=person,
            layer=row,
            group_id=groups.get(person),
        )
        for person, row in fresh.items()
    ]
    return StudyDuty.objects.bulk_create(made, batch_size=500), empty


def start_clock(case: StudyItem, row: ItemLayer) -> None:
    """One clock a layer; whom it tells is asked when it tells."""
    Clock.objects.create(
        committee_id=case.committee_id,
        kind=KIND,
        label="学完",
        about_type=type_of(row),
        about_id=row.pk,
        case_type=type_of(case),
        case_id=case.pk,
        span=f"@{row.due_on:%m-%d}",
        started_on=today(),
        due_on=row.due_on,
        first_due_on=row.due_on,
        agreed_until=row.due_on,
        provisional=calendar_of(case.committee_id).is_provisional(row.due_on),
        why="学习计划定的时限",
    )


def tell(case: StudyItem, duties: list[StudyDuty], but: int | None = None) -> None:
    """Each with the day of the own layer."""
    by_day: dict[str, list[int]] = {}
    for duty in duties:
        by_day.setdefault(f"{duty.layer.due_on:%-m-%-d}", []).append(duty.person_id)
    for day, people in by_day.items():
        post(
            committee_id=case.committee_id,
            to=people,
            kind="studyitem.issue_item",
            text=f"{day} 前学完：{case.title}（{case.get_kind_display()}）",
            case=case,
            url=case.get_absolute_url(),
            needs_act=True,
            but=but,
        )


def stop(case: StudyItem) -> None:
    for row in case.layers.all():
        clocks.drop(row)
