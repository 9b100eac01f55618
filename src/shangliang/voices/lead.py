"""牵线: a lead goes stage by stage, each written down (S-086)."""

from ..notices.post import post
from ..procedures.perform import Done
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .flow import LEAD
from .models import Lead


def advance(case: Lead, seat: Seat, verb_name: str, note: str, matched: int | None = None) -> Done:
    if not note.strip():
        raise refuse("请写一句做到了什么。")
    if matched:
        other = Lead.objects.filter(pk=matched, committee_id=case.committee_id).first()
        if other is None or other.side == case.side:
            raise refuse("请选对面的一条：线索配需求，需求配线索。")
        case.matched = other
    case.result = note.strip()[:300]
    post(
        committee_id=case.committee_id, to=[case.introducer_id], kind=f"lead.{verb_name}",
        text=f"您牵的线“{case.title}”：{LEAD[verb_name].label}", case=case,
        url=case.get_absolute_url(), but=seat.person_id,
    )  # fmt: skip
    return Done(detail={"person": case.introducer_id})
