"""归并为发现: cards of several members become one finding; each card keeps its author."""

from collections.abc import Sequence

from django.core.files.uploadedfile import UploadedFile

from ...actors.models import Actor
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ACTIVITY
from ..models import Activity, Card, Finding
from ..photos import keep_photo


@verb(ACTIVITY, "add_finding", Activity)
def add_finding(
    case: Activity,
    seat: Seat,
    *,
    kind: str,
    text: str,
    cards: Sequence[int] = (),
    place: str = "",
    clause: str = "",
    unit: int | None = None,
    photo: UploadedFile | None = None,
) -> Done:
    """``cards``: of this activity, not merged yet. A problem found under supervision needs a photo,
    the cards' or one of its own: without the first there is nothing to hold the second against."""
    if kind not in Finding.Kind.values:
        raise refuse("请选好做法、问题或建议。")
    if not text.strip():
        raise refuse("请写发现了什么。")
    rows = list(Card.objects.filter(activity=case, pk__in=cards))
    if len(rows) != len(set(cards)):
        raise refuse("有的观察卡不属于这次活动。")
    if merged := [row for row in rows if row.finding_id]:
        raise refuse(f"有 {len(merged)} 张观察卡已经归并过。")
    if unit is not None and not is_unit(case.committee_id, unit):
        raise refuse("没有这个单位。")
    first = next((row.photo for row in rows if row.photo_id), None)
    must = case.kind == "supervision" and kind == Finding.Kind.PROBLEM
    if must and not (photo or first):
        raise refuse("监督性视察发现的问题要有现场照片，复查时才能前后对照。")
    row = Finding.objects.create(
        committee_id=case.committee_id,
        kind=kind,
        activity=case,
        project_id=case.project_id,
        text=text.strip()[:2000],
        place=place.strip()[:80] or next((r.place for r in rows if r.place), ""),
        clause=clause.strip()[:200],
        unit_id=unit,
        photo=first,
        by_id=seat.person_id,
    )
    if photo:
        row.photo = keep_photo(seat, case, photo, f"发现 {row.pk} 现场", about=row)
        row.save(update_fields=["photo"])
    Card.objects.filter(pk__in=[r.pk for r in rows]).update(finding=row)
    return Done(about=row, detail={"kind": kind, "cards": len(rows), "unit": unit})


def is_unit(committee_id: int, pk: int) -> bool:
    return Actor.objects.filter(committee_id=committee_id, kind=Actor.Kind.UNIT, pk=pk).exists()
