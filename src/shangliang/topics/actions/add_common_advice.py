"""联合协商（本方）：汇总一条建议."""

from collections.abc import Sequence

from django.db.models import Max

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SIDE
from ..intake import keep_secrets_out
from ..joining import changed
from ..models import CityPaper, CommonAdvice, Side, Stand


@verb(SIDE, "add_common_advice", Side)
def add_common_advice(case: Side, seat: Seat, *, text: str, papers: Sequence[int] = ()) -> Done:
    """A recommendation of the synthesis with the papers it rests on; their cities support it."""
    if len(text.strip()) < 6:
        raise refuse("请写一条完整的建议。")
    keep_secrets_out(text)
    wanted = list(dict.fromkeys(papers))
    found = list(CityPaper.objects.filter(space_id=case.space_id, pk__in=wanted))
    if len(found) != len(wanted):
        raise refuse("有的论文不在这个论坛里。", "wall")
    most = CommonAdvice.objects.filter(space_id=case.space_id).aggregate(m=Max("order"))["m"] or 0
    row = CommonAdvice.objects.create(
        committee_id=case.committee_id,
        space_id=case.space_id,
        order=most + 1,
        text=text.strip()[:400],
    )
    row.papers.set(found)
    Stand.objects.bulk_create(
        Stand(
            committee_id=case.committee_id,
            advice=row,
            side_id=side,
            supports=True,
            note="论文中提出",
        )
        for side in dict.fromkeys(p.side_id for p in found)
    )
    changed(case)
    return Done(about=row, detail={"order": row.order, "papers": len(found)}, result=row)
