"""同意并提交下一会: with all its papers it waits for the next organ."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..agenda import decide
from ..flow import MATTER
from ..models import AgendaItem, Matter, Organ


@verb(MATTER, "send_on_matter", Matter)
def send_on_matter(
    case: Matter, seat: Seat, *, organ: int, words: str, yes: int | None = None
) -> Done:
    """To another organ of the same committee; what was decided here stays in its trail."""
    rows = Organ.objects.filter(committee_id=case.committee_id).exclude(pk=case.organ_id)
    to = rows.filter(pk=organ).first()
    if to is None:
        raise refuse("请选提交给哪个机构。")
    item = decide(case, AgendaItem.Decision.SENT_ON, words, yes, to)
    case.organ = to
    return Done(detail={"meeting": item.meeting_id, "organ": organ, "yes": yes})
