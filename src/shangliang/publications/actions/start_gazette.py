"""编一期: approved texts in their order; the number comes when it comes out."""

from collections.abc import Sequence

from ...procedures.perform import Done, lock_all
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Gazette, Piece

MOST = 30


@act("gazette.start", "编一期", Role.EDITOR)
def start_gazette(seat: Seat, *, name: str, pieces: Sequence[int] = ()) -> Done:
    """A new issue of a periodical."""
    name = name.strip().strip("《》")[:40]
    if not name:
        raise refuse("请写刊名。")
    row = Gazette.objects.create(
        committee_id=seat.committee_id, name=name, editor_id=seat.person_id
    )
    lay(row, pieces)
    return Done(case=row, detail={"count": len(pieces)})


def lay(case: Gazette, pieces: Sequence[int]) -> None:
    """These texts in this order; approved, and in no other issue. Raises Refused."""
    wanted = list(dict.fromkeys(pieces))
    if len(wanted) > MOST:
        raise refuse(f"一期最多 {MOST} 篇，请分成两期。")
    own = Piece.objects.filter(committee_id=case.committee_id)
    here = set(own.filter(gazette=case).values_list("pk", flat=True))
    lock_all(Piece, here | set(wanted), case.committee_id)
    rows = own.in_bulk(wanted)
    if len(rows) != len(wanted):
        raise refuse("没有找到其中一篇。", "wall")
    for pk in wanted:
        row = rows[pk]
        if row.gazette_id not in (None, case.pk):
            raise refuse(f"“{row}”已经编在{row.gazette}里。")
        if row.state not in ("approved", "published"):
            raise refuse(f"“{row}”还没有终审通过。")
    own.filter(pk__in=here).update(gazette=None, place=0)
    for place, pk in enumerate(wanted, 1):
        own.filter(pk=pk).update(gazette=case, place=place)
