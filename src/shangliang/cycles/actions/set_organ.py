"""议事机构: set up, or changed: how many, how many must come, who is its secretary, where matters go on to."""

from ...actors.models import Actor, Term
from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.who import DESK
from ..models import Organ


@act("organ.set", "设立或修改议事机构", *DESK)
def set_organ(
    seat: Seat,
    pk: int = 0,
    *,
    kind: str,
    name: str,
    seats: int,
    quorum: str,
    secretary: int | None = None,
    after: int | None = None,
    basis: str = "",
) -> Done:
    """``pk`` 0: a new one, in the term that runs."""
    own = {"committee_id": seat.committee_id}
    if kind not in Organ.Kind.values or quorum not in Organ.Quorum.values:
        raise refuse("请选是哪一种机构、几人到会才开。")
    name = name.strip()[:60]
    if not name or not 2 <= seats <= 500:
        raise refuse("请写名称；应到人数写 2 到 500。")
    if Organ.objects.filter(**own, name=name).exclude(pk=pk).exists():
        raise refuse("已经有这个名称的机构了。")
    if after and (after == pk or not Organ.objects.filter(**own, pk=after).exists()):
        raise refuse("“一般再提交给”要选另一个机构。")
    people = Actor.objects.filter(**own, kind=Actor.Kind.PERSON)
    if secretary and not people.filter(pk=secretary).exists():
        raise refuse("名册里没有这位秘书。")
    row = lock(Organ, pk, seat.committee_id) if pk else Organ(**own)
    if not pk:
        row.term = Term.objects.filter(**own, frozen_at=None).order_by("-number").first()
    row.kind, row.name, row.seats, row.quorum = kind, name, seats, quorum
    row.secretary_id, row.after_id, row.basis = secretary, after, basis.strip()[:200]
    row.save()
    return Done(case=row, detail={"kind": kind, "seats": seats, "quorum": quorum})
