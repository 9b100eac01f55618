"""记走访."""

import hashlib
from collections.abc import Sequence
from datetime import date

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile

from ...engines.photos import PhotoRefused, clean, refuse_size
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..charge import mine
from ..models import Visit, VisitPhoto
from ..models.visit import visit_photo_place
from ..texts import keep_out_secrets

MOST_PHOTOS = 9


@act("charge.visit", "记走访")
def note_visit(
    seat: Seat,
    *,
    charge: int,
    on: date,
    note: str,
    way: str = "走访",
    photos: Sequence[UploadedFile] = (),
) -> Done:
    """What was seen and said; a difficulty heard there is entered as a difficulty of its own."""
    row = mine(seat, charge)
    if on > today() or on < row.start:
        raise refuse("走访日期要在包联开始以后、今天以前。")
    if not note.strip():
        raise refuse("请写看到什么、说了什么。")
    keep_out_secrets("open", note)
    if len(photos) > MOST_PHOTOS:
        raise refuse(f"一次走访最多放 {MOST_PHOTOS} 张照片。")
    pictures = [picture_of(upload) for upload in photos]
    visit = Visit.objects.create(
        committee_id=seat.committee_id, charge_of=row, on=on, way=way.strip()[:20] or "走访",
        note=note.strip()[:2000], by_id=seat.person_id,
    )  # fmt: skip
    for data in {hashlib.sha256(p).hexdigest(): p for p in pictures}.values():
        keep_picture(visit, data)
    return Done(case=row, about=visit, detail={"on": on, "photos": len(pictures)})


def picture_of(upload: UploadedFile) -> bytes:
    """The pixels alone; refused in words before anything is kept."""
    try:
        refuse_size(upload.size or 0)
        upload.seek(0)
        return clean(upload.read())
    except PhotoRefused as refused:
        raise refuse(str(refused)) from refused


def keep_picture(visit: Visit, data: bytes) -> None:
    row = VisitPhoto(
        committee_id=visit.committee_id, visit=visit, sha256=hashlib.sha256(data).hexdigest()
    )
    place = visit_photo_place(row, "")
    if row.file.storage.exists(place):
        row.file.name = place
    else:
        row.file.save("p.jpg", ContentFile(data), save=False)
    row.save()
