"""并入 and 拆开: several notes on one matter become one text; every author stays an author."""

from typing import Any

from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import AT_DESK, VOICE
from ..models import Voice


def lead_too(seat: Seat, pk: int, data: dict[str, Any]) -> set[int]:
    return {lead} if isinstance(lead := data.get("lead"), int) else set()


@verb(VOICE, "merge_into", Voice, also=lead_too)
def merge_into(case: Voice, seat: Seat, *, lead: int) -> Done:
    """``lead``: the note that stands for all. It may not itself be merged into another."""
    found = Voice.objects.filter(pk=lead, committee_id=case.committee_id).first()
    if found is None or found.kind == Voice.Kind.DIFFICULTY:
        raise refuse("没有找到要并入的那一件。")
    if found.pk == case.pk:
        raise refuse("不能并入自己。")
    if found.state not in AT_DESK:
        raise refuse(f"要并入的那件现在是“{VOICE.label_of(found.state)}”，只能并入还在编辑台上的。")
    case.merged_into = found
    clocks.drop(case)
    return Done(detail={"lead": found.pk})
