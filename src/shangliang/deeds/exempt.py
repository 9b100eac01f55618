"""免评: the person concerned is told of it and of its end."""

from django.urls import reverse

from ..notices.post import post
from .models import Exemption


def tell(row: Exemption, text: str) -> None:
    """The person hears of it, to contest it while it is fresh."""
    post(
        committee_id=row.committee_id,
        to=[row.person_id],
        kind="points.exempt",
        text=text,
        case=row,
        url=reverse("record", args=[row.person_id, row.year]),
    )
