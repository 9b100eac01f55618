"""The sentence a row was accepted from, shown wherever the row is shown: it stays with it for ever."""

from ..procedures.seat import Seat
from ..tasks.sources import Source
from .models import Extract
from .queries import sources_of_tasks


def said_in(seat: Seat, kind: str, ids: list[int]) -> dict[int, Source]:
    """Sentences behind rows of a kind (reading, target, gap, topic), the newest text's first.

    Whoever sees the row reads the sentence; the text itself opens for those who may see it.
    """
    made = Extract.objects.filter(committee_id=seat.committee_id, made_type=kind, made_id__in=ids)
    behind = dict(made.order_by("pk").values_list("made_id", "pk"))
    if not behind:
        return {}
    sources = sources_of_tasks(seat, sorted(behind.values()))
    return {made_id: sources[pk] for made_id, pk in behind.items() if made_id is not None}
