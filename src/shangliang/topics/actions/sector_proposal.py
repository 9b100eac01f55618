"""起草界别提案: what a sector agreed in its consultation becomes its collective proposal (S-013)."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...submissions.actions.edit import AskData, edit
from ...submissions.actions.start import start
from ...submissions.models import Submission
from ..flow import CONSULTATION
from ..flow.people import sector_of
from ..models import Consultation


@verb(CONSULTATION, "begin_proposal", Consultation)
def begin_proposal(case: Consultation, seat: Seat) -> Done:
    """A draft of the sector: agreed points as asks, minority views kept in their words, a link each way.

    Returns the draft.
    """
    sector = sector_of(case)
    if sector is None:
        raise refuse("协商方里没有界别。把界别加进参加的人，再起草。")
    points = list(case.points.select_related("owner").all())
    agreed = [p for p in points if p.kind == "agreed"]
    if not agreed:
        raise refuse("还没有谈成的事项，写不成提案。")
    kept = [
        f"{p.text.rstrip('。')}（{p.held_by}）" if p.held_by else p.text.rstrip("。")
        for p in points
        if p.kind == "minority"
    ]
    day = case.held_on
    when = f"{day.year}年{day.month}月{day.day}日，" if day else ""
    draft: Submission = start(seat, body_id=sector.pk)
    fields: dict[str, object] = {
        "title": f"关于{case.title.removeprefix('关于').removesuffix('的建议')}的建议",
        "situation": f"{when}{sector}就“{case.title}”开展界别协商，形成以下意见。",
        "analysis": f"协商中保留的少数意见：{'；'.join(kept)}。" if kept else "",
    }
    asks: list[AskData] = [
        {"text": p.text, "addressee": p.owner_id if p.owner and p.owner.kind == "unit" else None}
        for p in agreed
    ]
    edit(seat, draft.pk, fields=fields, asks=asks)
    case.about_type, case.about_id = "submission", draft.pk
    return Done(detail={"proposal": draft.pk, "count": len(asks)}, result=draft)
