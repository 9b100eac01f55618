"""指定评议人.

Judging topics: the office names judges; each marks alone, one with an interest not at all (E14).
"""

from collections.abc import Iterable

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Judge


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
