"""加别名.

别名: 市工信局 is 市工业和信息化局, in search, import and assignment.
"""

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Actor, Alias


@act("alias.add", "加别名", Role.CLERK)
def add_alias(seat: Seat, pk: int, *, name: str) -> Done:
    """One name belongs to one body: a name in use elsewhere in this kind is refused."""
    row = lock(Actor, pk, seat.committee_id)
    name = "".join(name.split())
    if not name:
        raise refuse("还没有写别名。")
    if name in (row.name, row.short):
        raise refuse(f"“{name}”就是它现在的名称，不用再加。")
    others = Actor.objects.filter(committee_id=seat.committee_id, kind=row.kind).exclude(pk=row.pk)
    taken = (
        others.filter(name=name).first()
        or others.filter(short=name).first()
        or others.filter(aliases__name=name).first()
    )
    if taken:
        raise refuse(f"“{name}”已经指{taken.name}，同一个名字不能指两个单位。")
    found, new = Alias.objects.get_or_create(committee_id=seat.committee_id, actor=row, name=name)
    if not new:
        raise refuse(f"“{name}”已经在别名里。")
    return Done(case=row, about=found, result=found)
