"""邀请: people by name, by body (a sector, a committee, a group), or all members; each person once."""

from collections.abc import Sequence

from django.utils import timezone

from ...actors.models import Actor, Tie
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ACTIVITY
from ..models import Activity, Attendance
from ..roster import add_people, tell_invited

BODIES = {
    Actor.Kind.SECTOR: Tie.Kind.SECTOR,
    Actor.Kind.SPECIAL_COMMITTEE: Tie.Kind.SPECIAL_COMMITTEE,
    Actor.Kind.GROUP: Tie.Kind.GROUP,
    Actor.Kind.PARTY: Tie.Kind.PARTY,
    Actor.Kind.BRANCH: Tie.Kind.HOME,
    Actor.Kind.STUDIO: Tie.Kind.HOME,
    Actor.Kind.ROOM: Tie.Kind.HOME,
}


def people_of(case: Activity, bodies: Sequence[int]) -> dict[int, list[int]]:
    """person -> the bodies by which they are asked, on the day of the activity."""
    rows = Actor.objects.filter(committee_id=case.committee_id, pk__in=bodies)
    kinds = {row.pk: BODIES.get(Actor.Kind(row.kind)) for row in rows}
    if len(kinds) != len(set(bodies)) or None in kinds.values():
        raise refuse("名单里有不能按成员邀请的机构，请重新选。", "wall")
    day = timezone.localdate(case.starts_at)
    found: dict[int, list[int]] = {}
    for who, whom, kind in (
        Tie.objects.filter(committee_id=case.committee_id, whom_id__in=kinds)
        .on(day)
        .values_list("who_id", "whom_id", "kind")
    ):
        if kinds[whom] == kind and whom not in found.setdefault(who, []):
            found[who].append(whom)
    return {who: via for who, via in found.items() if via}


def members_of(case: Activity, titles: Sequence[str] = ()) -> list[int]:
    """Members in office on the day; ``titles``: only those in one of these offices (常委)."""
    day = timezone.localdate(case.starts_at)
    ties = Tie.objects.filter(committee_id=case.committee_id).on(day)
    who = ties.filter(kind=Tie.Kind.MEMBER).order_by("who_id").values_list("who_id", flat=True)
    if titles:
        office = ties.filter(kind=Tie.Kind.OFFICE, title__in=titles).values("who_id")
        who = who.filter(who_id__in=office)
    return list(who.distinct())


@verb(ACTIVITY, "invite", Activity)
def invite(
    case: Activity,
    seat: Seat,
    *,
    people: Sequence[int] = (),
    bodies: Sequence[int] = (),
    everybody: str = "",
    role: str = "member",
) -> Done:
    """``everybody``: ``members`` or ``standing``. Whoever is on the list already is not told again."""
    if case.starts_at <= timezone.now():
        raise refuse("活动已经开始，来的人请在名单上直接签到。")
    if role not in Attendance.As.values:
        raise refuse("请选身份：出席、列席、主讲或政协之友。")
    via = people_of(case, bodies) if bodies else {}
    all_of = {"members": (), "standing": ("常委", "主席", "副主席", "秘书长")}
    chosen = [*people, *via]
    if everybody in all_of:
        chosen += members_of(case, all_of[everybody])
    if not chosen:
        raise refuse("请选要邀请的人、机构，或全体委员。")
    added = add_people(case, chosen, via=via, role=role)
    case.invited_at = case.invited_at or timezone.now()
    tell_invited(case, added, but=seat.person_id)
    return Done(detail={"invited": len(added), "bodies": sorted(bodies)[:20]})
