"""The register of council rooms: what each has of the six things (六个有)."""

from datetime import date

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import RoomCard


@act("room.keep", "登记协商议事室", Role.ORGANISER, Role.CLERK, Role.CONVENOR)
def keep_room(
    seat: Seat,
    *,
    level: str,
    room: int | None = None,
    name: str = "",
    address: str = "",
    first_convenor: str = "",
    place: str = "",
    sign: str = "",
    rules: str = "",
    process: str = "",
    opened_on: date | None = None,
) -> Done:
    """A new room by the office, or the card of one; a convenor keeps the own room's card.

    Activity and effect are counted from its sessions and cannot be typed. Returns the RoomCard.
    """
    own = {"committee_id": seat.committee_id, "kind": Actor.Kind.ROOM}
    office = seat.has(Role.ORGANISER, Role.CLERK)
    if room is None:
        if not office:
            raise refuse("新设议事室由专委会工作人员登记。", "who")
        if len(name.strip()) < 4:
            raise refuse("请写议事室的全名。")
        if Actor.objects.filter(**own, name=name.strip()):
            raise refuse("已经有同名的议事室。")
        actor = Actor.objects.create(**own, name=name.strip()[:120])
    else:
        found = Actor.objects.filter(**own, pk=room).first()
        if found is None:
            raise refuse("没有这个议事室。", "wall")
        if not office and room not in seat.rooms:
            raise refuse("召集人只能改自己召集的议事室。", "who")
        actor = found
    if level not in RoomCard.Level.values:
        raise refuse("请选议事室在哪一层。")
    card, _ = RoomCard.objects.update_or_create(
        committee_id=seat.committee_id,
        room=actor,
        defaults={
            "level": level,
            "address": address.strip()[:120],
            "first_convenor": first_convenor.strip()[:60],
            "place": place.strip()[:120],
            "sign": sign.strip()[:120],
            "rules": rules.strip()[:120],
            "process": process.strip()[:120],
            "opened_on": opened_on,
        },
    )
    return Done(case=actor, about=card, detail={"new": room is None}, result=card)
