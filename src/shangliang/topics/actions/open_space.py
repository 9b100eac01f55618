"""开设联合协商."""

from collections.abc import Sequence
from datetime import date

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..intake import keep_secrets_out
from ..models import Side, Space
from ..queries import spaces
from ..telling import people_of

MOST_SIDES = 20


@act("space.open", "开设联合协商", Role.ORGANISER)
def open_space(
    seat: Seat,
    *,
    kind: str,
    title: str,
    partners: Sequence[int] = (),
    outside: str = "",
    text: str = "",
    place: str = "",
    held_on: date | None = None,
    papers_by: date | None = None,
    continues: int | None = None,
) -> Done:
    """The host's space: ``partners`` are committees of this installation, ``outside`` names cities
    (one a line) the host acts for. Each gets a side of its own. Returns the Space."""
    if kind not in Space.Kind.values:
        raise refuse("请选联合调研协商，还是城市群论坛。")
    if len(title.strip()) < 4:
        raise refuse("请写题目。")
    keep_secrets_out(title, text)
    wanted = [pk for pk in dict.fromkeys(partners) if pk != seat.committee_id]
    others = Actor.objects.filter(pk__in=wanted, kind=Actor.Kind.COMMITTEE, active=True)
    if others.count() != len(wanted):
        raise refuse("有的政协不在这个系统里，请写在“其他城市”一栏。")
    names = list(dict.fromkeys(n.strip()[:60] for n in outside.splitlines() if n.strip()))
    if not wanted and not names:
        raise refuse("请选和哪家政协一起做。")
    if len(wanted) + len(names) > MOST_SIDES:
        raise refuse(f"参加的城市最多 {MOST_SIDES} 个。")
    before = spaces(seat).filter(pk=continues).first() if continues else None
    if continues and before is None:
        raise refuse("没有找到要接续的那一项。", "wall")
    space = Space.objects.create(
        committee_id=seat.committee_id,
        kind=kind,
        title=title.strip()[:80],
        text=text.strip()[:2000],
        place=place.strip()[:80],
        held_on=held_on,
        papers_by=papers_by,
        continues=before,
    )
    host = Actor.objects.get(pk=seat.committee_id)
    rows = [(seat.committee_id, str(host), Side.Right.HOST)]
    rows += [(a.pk, str(a), Side.Right.WRITES) for a in others]
    rows += [(seat.committee_id, name, Side.Right.WRITES) for name in names]
    if len({name for _, name, _ in rows}) != len(rows):
        raise refuse("有两个城市同名，请分清楚。")
    Side.objects.bulk_create(
        Side(space=space, committee_id=owner, name=name, right=right) for owner, name, right in rows
    )
    invite(space, [a.pk for a in others])
    return Done(case=space, detail={"kind": kind, "sides": len(rows)})


def invite(space: Space, committees: list[int]) -> None:
    """Each partner's own staff learns of it in its own committee."""
    from ...notices.post import post

    for side in Side.objects.filter(space_id=space.pk, committee_id__in=committees):
        post(
            committee_id=side.committee_id,
            to=people_of(side.committee_id, "organiser"),
            kind="space.open",
            text=f"邀请参加{space.get_kind_display()}：{space.title}",
            case=side,
            url=space.get_absolute_url(),
            needs_act=True,
        )
