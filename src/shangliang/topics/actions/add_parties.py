"""协商：加参加的人."""

from collections.abc import Sequence

from ...actors.models import Actor, Tie
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..intake import keep_secrets_out
from ..models import Consultation, Party

MOST_PARTIES = 400


@verb(CONSULTATION, "add_parties", Consultation)
def add_parties(
    case: Consultation,
    seat: Seat,
    *,
    side: str,
    actors: Sequence[int] = (),
    names: str = "",
    title: str = "",
    came: bool = False,
) -> Done:
    """People and units of the registers, and names one a line ("姓名，身份"); twice is once."""
    if side not in Party.Side.values:
        raise refuse("请选是哪一方。")
    wanted = list(dict.fromkeys(actors))
    found = Actor.objects.filter(committee_id=case.committee_id, active=True).in_bulk(wanted)
    if len(found) != len(wanted):
        raise refuse("有的人或单位不在本级名册里。")
    check_counterparts(case, side, list(found.values()))
    rows: list[tuple[Actor | None, str, str]] = [
        (found[pk], found[pk].name, title) for pk in wanted
    ]
    for entry in names.splitlines():
        name, _, post = entry.replace(",", "，").strip().partition("，")
        if name.strip():
            rows.append((None, name.strip(), post.strip() or title))
    if not rows:
        raise refuse("请选人或单位，或者一行写一个名字。")
    keep_secrets_out(names, title)
    held = set(case.parties.filter(side=side).values_list("name", flat=True))
    if len(held) + len(rows) > MOST_PARTIES:
        raise refuse(f"一次协商最多登记 {MOST_PARTIES} 位。")
    new = {
        name[:60]: Party(
            committee_id=case.committee_id,
            consultation=case,
            side=side,
            actor=actor,
            name=name[:60],
            title=post[:80],
            came=True if came else None,
        )
        for actor, name, post in rows
        if name[:60] not in held
    }
    if not new:
        raise refuse("名单里已经有了。")
    Party.objects.bulk_create(new.values())
    return Done(detail={"side": side, "count": len(new)})


# 对口协商：专门委员会与它的对口部门 (S-012).
def check_counterparts(case: Consultation, side: str, found: list[Actor]) -> None:
    """In a counterpart consultation the answering units are counterparts of the lead."""
    if case.form != "counterpart" or side != "answers":
        return
    pairs = set(
        Tie.objects.filter(
            committee_id=case.committee_id, kind=Tie.Kind.COUNTERPART, who_id=case.lead_id
        )
        .on(today())
        .values_list("whom_id", flat=True)
    )
    left = [str(a) for a in found if a.kind == Actor.Kind.UNIT and a.pk not in pairs]
    if left:
        raise refuse(
            f"{'、'.join(left)}不是{case.lead}的对口部门。先在名册里登记对口关系，或者改用别的形式。"
        )
