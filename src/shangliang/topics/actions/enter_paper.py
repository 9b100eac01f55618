"""协商成果：录纸质票."""

from collections.abc import Sequence

from django.db.models import F

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..adoption import current
from ..flow import RESULT
from ..models import Adoption, Elector, Result


@verb(RESULT, "enter_paper", Result)
def enter_paper(
    case: Result,
    seat: Seat,
    *,
    people: Sequence[int],
    yes: int = 0,
    no: int = 0,
    abstain: int = 0,
) -> Done:
    """Paper ballots as a bundle: who handed one in, and the totals; they must be as many."""
    vote = current(case)
    wanted = set(people)
    rows = list(vote.electors.select_for_update().filter(person_id__in=wanted))
    if len(rows) != len(wanted) or not rows:
        raise refuse("有人不在表决名单里，请从名单里选。")
    if done := [e for e in rows if e.voted]:
        raise refuse(f"有 {len(done)} 位已经投过票了，请从这叠里去掉。")
    if min(yes, no, abstain) < 0 or yes + no + abstain != len(rows):
        raise refuse(f"交票的有 {len(rows)} 位，票数合计是 {yes + no + abstain} 张，两边要一样多。")
    if vote.kind == "secret" and len(rows) < 3:
        raise refuse("无记名的纸质票一叠至少三张，免得看出谁投了什么。")
    if vote.kind == "named" and sum(1 for n in (yes, no, abstain) if n) > 1:
        raise refuse("记名的纸质票请按赞成、反对、弃权分三叠录。")
    named = {"yes": yes, "no": no, "abstain": abstain}
    for row in rows:
        row.voted = row.paper = True
        if vote.kind == "named":
            row.choice = max(named, key=lambda k: named[k])
    Elector.objects.bulk_update(rows, ["voted", "paper", "choice"])
    Adoption.objects.filter(pk=vote.pk).update(
        yes=F("yes") + yes, no=F("no") + no, abstain=F("abstain") + abstain
    )
    return Done(detail={"count": len(rows)})
