"""记一项共识."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..accords import KEEPERS, add
from ..intake import keep_secrets_out
from ..models import Accord, Topic


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
