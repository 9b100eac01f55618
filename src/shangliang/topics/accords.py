"""共识记录 (S-106): a new edition is added, the old ones stay."""

from django.db.models import Max

from ..procedures.office_calendar import today
from ..procedures.seat import Role, Seat
from ..procedures.verdicts import refuse
from .intake import keep_secrets_out
from .models import Accord, Consultation, Edition

KEEPERS = (Role.ORGANISER, Role.CLERK, Role.CONVENOR)


def add(
    row: Accord,
    seat: Seat,
    text: str,
    parties: str,
    degree: str,
    remaining: str,
    consultation: int | None,
) -> Edition:
    if len(text.strip()) < 10:
        raise refuse("请写清楚同意了什么。")
    if not parties.strip():
        raise refuse("请写是哪些方面的共识。")
    if degree not in Edition.Degree.values:
        raise refuse("请选同意到什么程度。")
    # 求同存异：不是各方一致的，分歧要写出来.
    if degree != Edition.Degree.ALL and len(remaining.strip()) < 4:
        raise refuse("不是各方一致的，请写明还有什么不同。")
    keep_secrets_out(text, parties, remaining)
    own = {"committee_id": seat.committee_id}
    held = Consultation.objects.filter(**own, pk=consultation).first() if consultation else None
    last = row.editions.order_by("-number").first()
    if last and (last.text, last.remaining, last.degree) == (
        text.strip(),
        remaining.strip(),
        degree,
    ):
        raise refuse("和上一版一样，没有改动。")
    most = row.editions.aggregate(m=Max("number"))["m"] or 0
    return Edition.objects.create(
        **own,
        accord=row,
        number=most + 1,
        text=text.strip()[:2000],
        parties=parties.strip()[:300],
        degree=degree,
        remaining=remaining.strip()[:1000],
        consultation=held,
        on=today(),
        by_id=seat.person_id,
    )
