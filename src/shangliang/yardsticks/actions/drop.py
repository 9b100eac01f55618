"""放弃报表."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ..figures import S, open_batch
from ..who import KEEPERS


@act("figures.drop", "放弃报表", *KEEPERS)
def drop(seat: Seat, pk: int) -> Done:
    """Nothing was recorded; the cells are erased."""
    row = open_batch(seat, pk)
    row.state, row.sheet = S.DROPPED, {}
    row.save(update_fields=["state", "sheet"])
    return Done(case=row)
