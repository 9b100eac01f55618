"""分层名单: who stands in a layer no register tells, such as the party group."""

from collections.abc import Iterable

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..layers import layers
from ..models import LayerSeat
from ..who import KEEPERS


@act("study.name_layer", "定分层名单", *KEEPERS)
def name_layer(seat: Seat, *, layer: str, people: Iterable[int]) -> Done:
    """The whole list of one layer. Items given out already keep their own list."""
    rule = layers().get(layer)
    if rule is None or not rule.named:
        raise refuse("这一层按名册算，不用点名。")
    wanted = set(people)
    found = Actor.objects.filter(
        committee_id=seat.committee_id, kind=Actor.Kind.PERSON, pk__in=wanted
    )
    if found.count() != len(wanted):
        raise refuse("有人不在本政协的名册里。")
    rows = LayerSeat.objects.filter(committee_id=seat.committee_id, layer=layer)
    rows.exclude(person_id__in=wanted).delete()
    known = set(rows.values_list("person_id", flat=True))
    LayerSeat.objects.bulk_create(
        LayerSeat(committee_id=seat.committee_id, layer=layer, person_id=person)
        for person in sorted(wanted - known)
    )
    committee = Actor.objects.get(pk=seat.committee_id)
    return Done(case=committee, detail={"layer": layer, "people": len(wanted)})
