"""走访和共同计划 of a charge: what was seen, with photos; what both sides do, by when."""

import hashlib
from collections.abc import Sequence
from datetime import date

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile

from ...actors.models import Actor
from ...engines.photos import PhotoRefused, clean, refuse_size
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Charge, PlanItem, Visit, VisitPhoto
from ..models.visit import visit_photo_place
from ..texts import keep_out_secrets
from .charge import mine

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


def township(seat: Seat, pk: int) -> Charge:
    row = mine(seat, pk)
    if row.kind != Charge.Kind.TOWNSHIP:
        raise refuse("只有乡镇有共同计划。")
    return row


@act("charge.plan", "写共同计划")
def set_plan(
    seat: Seat,
    *,
    charge: int,
    what: str,
    ours: str,
    theirs: str,
    due_on: date,
    unit: int | None = None,
    done_on: date | None = None,
    result: str = "",
) -> Done:
    """One line; the same matter written again is changed. What was done needs its result."""
    row = township(seat, charge)
    if not (what.strip() and ours.strip() and theirs.strip()):
        raise refuse("请写要做的事、本会做什么、乡镇做什么。")
    if done_on and done_on > today():
        raise refuse("做成的日期不能晚于今天。")
    if done_on and not result.strip():
        raise refuse("做成了，请写做成什么。")
    units = Actor.objects.filter(committee_id=seat.committee_id, kind=Actor.Kind.UNIT)
    line, _ = PlanItem.objects.update_or_create(
        committee_id=seat.committee_id, charge_of=row, what=what.strip()[:120],
        defaults={"ours": ours.strip()[:200], "theirs": theirs.strip()[:200], "due_on": due_on,
                  "unit": units.filter(pk=unit).first() if unit else None, "done_on": done_on,
                  "result": result.strip()[:200]},
    )  # fmt: skip
    return Done(case=row, about=line, detail={"on": due_on})


@act("charge.agree", "商定共同计划")
def agree_plan(seat: Seat, *, charge: int, on: date, whom: str) -> Done:
    """Both sides agreed on the plan as it stands: with whom, on which day."""
    row = township(seat, charge)
    if not row.plan.exists():
        raise refuse("计划里还没有一行，先写要做的事。")
    if not row.start <= on <= today():
        raise refuse("商定的日期要在包联开始以后、今天以前。")
    if not whom.strip():
        raise refuse("请写和谁商定的。")
    row.agreed_on, row.agreed_with = on, whom.strip()[:120]
    row.save()
    return Done(case=row, detail={"on": on})
