"""专项：定计数项."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROGRAMME
from ..models import Contributor, Counter, Programme, Share


def read_shares(case: Programme, text: str) -> list[tuple[Contributor, int]]:
    """A partner's name and a number on each line. Raises Refused naming the line."""
    names: dict[str, Contributor] = {}
    for partner in case.partners.filter(left_on__isnull=True).select_related("who"):
        names |= {str(partner): partner, partner.who.name: partner}
    found: dict[int, tuple[Contributor, int]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        words = line.replace("：", " ").replace(":", " ").split()
        if not words:
            continue
        name, last = " ".join(words[:-1]), words[-1]
        if name not in names:
            raise refuse(f"第 {number} 行：“{name or last}”不是这个专项的参加方。")
        if not last.isdecimal():
            raise refuse(f"第 {number} 行：“{last}”不是数目。")
        if names[name].pk in found:
            raise refuse(f"第 {number} 行：{name}写了两次。")
        found[names[name].pk] = (names[name], int(last))
    return list(found.values())


@verb(PROGRAMME, "set_counter", Programme)
def set_counter(
    case: Programme, seat: Seat, *, action: str, title: str, unit: str, target: int, shares: str = ""
) -> Done:  # fmt: skip
    """A new sub-item, or the one of that name changed; what was counted stays counted."""
    if not action.strip() or not title.strip() or not unit.strip():
        raise refuse("请写行动、分项和单位。")
    if target < 1:
        raise refuse("指标至少是 1。")
    wanted = read_shares(case, shares)
    if sum(n for _, n in wanted) > target:
        raise refuse(f"各参加方合计 {sum(n for _, n in wanted)}，比指标 {target} 多。")
    row, _ = Counter.objects.update_or_create(
        committee_id=case.committee_id, programme=case, title=title.strip()[:60],
        defaults={"action": action.strip()[:40], "unit": unit.strip()[:8], "target": target},
    )  # fmt: skip
    row.shares.all().delete()
    Share.objects.bulk_create(
        Share(committee_id=case.committee_id, counter=row, partner=partner, target=n)
        for partner, n in wanted
    )
    return Done(about=row, detail={"target": target, "shares": len(wanted)})
