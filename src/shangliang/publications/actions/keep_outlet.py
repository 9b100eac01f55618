"""登记媒体: whom to tell there. An office's number, not a person's private one."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.who import DESK
from ..models import Outlet


@act("outlet.keep", "登记媒体", *DESK)
def keep_outlet(
    seat: Seat, *, kind: str, name: str, desk: str = "", contact: str = "", reach: str = "",
    active: bool = True, pk: int | None = None,
) -> Done:  # fmt: skip
    """A new one, or one put right."""
    if kind not in Outlet.Kind.values:
        raise refuse("请选种类。")
    name, desk = name.strip()[:60], desk.strip()[:60]
    if not name:
        raise refuse("请写名称。")
    own = Outlet.objects.filter(committee_id=seat.committee_id)
    if own.filter(name=name, desk=desk).exclude(pk=pk or 0).exists():
        raise refuse(f"{name}{desk}已经登记过。")
    given = {
        "kind": kind, "name": name, "desk": desk, "contact": contact.strip()[:40],
        "reach": reach.strip()[:120], "active": active,
    }  # fmt: skip
    if pk is None:
        row = Outlet.objects.create(committee_id=seat.committee_id, by_id=seat.person_id, **given)
        return Done(case=row, detail={"kind": kind})
    found = own.select_for_update(of=("self",), no_key=True).filter(pk=pk).first()
    if found is None:
        raise refuse("没有找到这一家。", "wall")
    row = found
    for key, value in given.items():
        setattr(row, key, value)
    row.save()
    return Done(case=row, detail={"kind": kind})
