"""Judging topics: the office names judges; each marks alone, one with an interest not at all (E14)."""

from collections.abc import Iterable

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..flow import TOPIC
from ..models import Judge, Judgement, Topic
from ..presets import criteria


@act("topic.name_judges", "指定评议人", Role.ORGANISER)
def name_judges(seat: Seat, *, year: int, people: Iterable[int]) -> Done:
    """Who judges the topics of a year; whoever has marked already stays."""
    wanted = set(people)
    found = Actor.objects.filter(
        committee_id=seat.committee_id, pk__in=wanted, kind=Actor.Kind.PERSON, active=True
    )
    if found.count() != len(wanted):
        raise refuse("评议人要从本级名册里选。")
    if not 2000 <= year <= 2100:
        raise refuse("请写年度。")
    if len(wanted) < 3:
        raise refuse("至少指定三位评议人。")
    rows = Judge.objects.filter(committee_id=seat.committee_id, year=year)
    held = set(rows.values_list("person_id", flat=True))
    rows.exclude(person_id__in=wanted).delete()
    Judge.objects.bulk_create(
        Judge(committee_id=seat.committee_id, year=year, person_id=pk)
        for pk in sorted(wanted - held)
    )
    committee = Actor.objects.get(pk=seat.committee_id)
    return Done(case=committee, detail={"year": year, "count": len(wanted)})


@verb(TOPIC, "judge_topic", Topic)
def judge_topic(
    case: Topic,
    seat: Seat,
    *,
    points: dict[str, int] | None = None,
    note: str = "",
    conflict: bool = False,
) -> Done:
    """Marks 1 to 5 on every criterion; given again they replace the earlier ones while open."""
    marks = dict(points or {})
    if conflict:
        marks = {}
    else:
        missing = [c.label for c in criteria() if c.key not in marks]
        if missing:
            raise refuse(f"还没有给“{'、'.join(missing)}”打分。")
        known = {c.key for c in criteria()}
        if set(marks) - known or any(
            not isinstance(v, int) or not 1 <= v <= 5 for v in marks.values()
        ):
            raise refuse("每一项打 1 到 5 分。")
    if case.nominated_by_id == seat.person_id and not conflict:
        raise refuse("自己提的议题请勾选“有利害关系”，不打分。")
    row, _ = Judgement.objects.update_or_create(
        committee_id=case.committee_id,
        topic=case,
        judge_id=seat.person_id,
        defaults={
            "points": marks,
            "note": note.strip()[:300],
            "conflict": conflict,
            "on": today(),
        },
    )
    return Done(about=row, detail={"conflict": conflict})
