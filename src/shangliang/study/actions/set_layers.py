"""学习内容：定谁学、哪天前."""

from datetime import date

from ...actors.models import Actor
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ITEM
from ..layers import BODY, BODY_TIE, layers
from ..models import ItemLayer, StudyItem


@verb(ITEM, "set_layers", StudyItem)
def set_layers(case: StudyItem, seat: Seat, *, due: dict[str, date]) -> Done:
    """``due``: layer key, or ``body-<id>`` for one sector, group or branch -> last day."""
    if not due:
        raise refuse("至少给一层写上完成时限。")
    names = list(layers())
    rows = []
    for key, day in due.items():
        body = body_of(seat, key) if key.startswith(BODY) else None
        if body is None and key not in names:
            raise refuse("没有这一层，请从表里选。")
        rows.append(
            ItemLayer(
                committee_id=case.committee_id,
                item=case,
                layer=key,
                body=body,
                label=(str(body) if body else layers()[key].label)[:60],
                order=names.index(key) if body is None else len(names),
                due_on=day,
            )
        )
    case.layers.all().delete()
    ItemLayer.objects.bulk_create(rows)
    return Done(detail={"layers": len(rows)})


def body_of(seat: Seat, key: str) -> Actor:
    """A sector, special committee, group or branch of this committee. Raises Refused."""
    text = key.removeprefix(BODY)
    found = Actor.objects.filter(
        committee_id=seat.committee_id,
        kind__in=list(BODY_TIE),
        pk=int(text) if text.isascii() and text.isdigit() else 0,
    ).first()
    if found is None:
        raise refuse("没有这个界别、小组或支部，请从表里选。")
    return found
