"""共识记录 (S-106): what was agreed on a matter; a new edition is added, the old ones stay."""

from django.db.models import Max

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..intake import keep_secrets_out
from ..models import Accord, Consultation, Edition, Topic

KEEPERS = (Role.ORGANISER, Role.CLERK, Role.CONVENOR)


@act("accord.open", "记一项共识", *KEEPERS)
def open_accord(
    seat: Seat,
    *,
    title: str,
    field: str,
    text: str,
    parties: str,
    degree: str,
    remaining: str = "",
    topic: int | None = None,
    consultation: int | None = None,
) -> Done:
    """A matter with its first edition. Returns the Accord."""
    if len(title.strip()) < 4:
        raise refuse("请写是哪件事，至少 4 个字。")
    if field not in Accord.Field.values:
        raise refuse("请选哪一方面的共识。")
    keep_secrets_out(title)
    own = {"committee_id": seat.committee_id}
    matter = Topic.objects.filter(**own, pk=topic).first() if topic else None
    if topic and matter is None:
        raise refuse("没有这个议题。", "wall")
    row = Accord.objects.create(
        **own, title=title.strip()[:80], field=field, topic=matter, made_by_id=seat.person_id
    )
    add(row, seat, text, parties, degree, remaining, consultation)
    return Done(case=row)


@act("accord.amend", "共识有了新版", *KEEPERS)
def amend_accord(
    seat: Seat,
    *,
    accord: int,
    text: str,
    parties: str,
    degree: str,
    remaining: str = "",
    consultation: int | None = None,
) -> Done:
    """The next edition; what changed is shown beside the one before."""
    row = (
        Accord.objects.select_for_update().filter(committee_id=seat.committee_id, pk=accord).first()
    )
    if row is None:
        raise refuse("没有这项共识。", "wall")
    add(row, seat, text, parties, degree, remaining, consultation)
    return Done(case=row)


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
