"""Taken out again; the picture goes when no other note uses it."""

from django.db import transaction

from ...journal import write as journal
from ...procedures.seat import Seat
from ..models import Photo
from .add_photo import mine


def drop_photo(seat: Seat, pk: int, photo: int) -> None:
    """Taken out again; the picture goes when no other note uses it."""
    with transaction.atomic():
        case = mine(seat, pk)
        row = case.photos.filter(pk=photo).first()
        if row is None:
            return
        others = Photo.objects.filter(committee_id=case.committee_id, sha256=row.sha256)
        shared = others.exclude(pk=row.pk).exists()
        name, storage = row.file.name, row.file.storage
        journal.write(
            committee_id=case.committee_id, person_id=seat.person_id, verb="voice.photo_out",
            case=case, about=row,
        )  # fmt: skip
        row.delete()
        if not shared:
            transaction.on_commit(lambda: storage.delete(name or ""))
