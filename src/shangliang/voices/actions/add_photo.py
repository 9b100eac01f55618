"""加照片 and 去照片: to a note one is still writing."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from ...journal import write as journal
from ...procedures.perform import lock
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import people as who
from ..models import Photo, Voice
from ..photos import keep_photo


def mine(seat: Seat, pk: int) -> Voice:
    """The note, locked, while its author may still change it."""
    case = lock(Voice, pk, seat.committee_id)
    if said := who.author(seat, case):
        raise refuse(said, "who")
    if case.state not in ("draft", "returned"):
        raise refuse("交出以后照片不能再改。", "state")
    return case


def add_photo(seat: Seat, pk: int, upload: UploadedFile) -> Photo:
    """Kept once, without the phone's metadata. Raises Refused; a refused photo is never stored."""
    with transaction.atomic():
        case = mine(seat, pk)
        photo = keep_photo(case, upload)
        journal.write(
            committee_id=case.committee_id, person_id=seat.person_id, verb="voice.photo", case=case,
            about=photo, detail={"size": photo.size},
        )  # fmt: skip
        return photo
