"""写观察卡: what one member saw on an inspection, with a photo when there is one."""

from django.core.files.uploadedfile import UploadedFile

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ACTIVITY
from ..models import Activity, Card, Finding
from ..photos import keep_photo


@verb(ACTIVITY, "add_card", Activity)
def add_card(
    case: Activity,
    seat: Seat,
    *,
    kind: str,
    text: str,
    place: str = "",
    photo: UploadedFile | None = None,
) -> Done:
    """As many as one likes; each is one thing seen."""
    if kind not in Finding.Kind.values:
        raise refuse("请选好做法、问题或建议。")
    if not text.strip():
        raise refuse("请写看到了什么。")
    row = Card.objects.create(
        committee_id=case.committee_id,
        activity=case,
        person_id=seat.person_id,
        kind=kind,
        text=text.strip()[:1000],
        place=place.strip()[:80],
    )
    if photo:
        row.photo = keep_photo(seat, case, photo, f"观察卡 {row.pk}", about=row)
        row.save(update_fields=["photo"])
    return Done(about=row, detail={"kind": kind, "photo": bool(photo)})
