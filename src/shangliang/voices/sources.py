"""How a voice is named on a task or topic that came from it: its title, never who told it."""

from django.urls import reverse

from ..procedures.seat import Seat
from ..tasks.sources import SOURCES, Source
from .models import Voice
from .queries import all_voices


def voices(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """The seat that may open it gets the address; others of the committee only the kind and number."""
    open_to = set(all_voices(seat).filter(pk__in=ids).values_list("pk", flat=True))
    rows = Voice.objects.filter(committee_id=seat.committee_id, pk__in=ids)
    return {
        row.pk: Source(
            f"{row.get_kind_display()} {row.number_label}",
            row.shown_title if row.pk in open_to else "",
            reverse("voice", args=[row.pk]) if row.pk in open_to else "",
        )
        for row in rows
    }


SOURCES["voice"] = voices
