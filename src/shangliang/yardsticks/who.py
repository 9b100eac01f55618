"""Who keeps figures, who answers them, who reads them (one place, asked by actions and pages)."""

from ..procedures.seat import Role, Seat
from .models import Region

# 专委会 and 督办 keep yardsticks and figures; units and counties answer for their own.
KEEPERS = (Role.ORGANISER, Role.SUPERVISOR)
# 提案委 enters only what it accepts from a document it reads.
RECORDERS = (*KEEPERS, Role.CLERK)
NOTERS = (*KEEPERS, Role.CLERK, Role.LEADER)
UNIT = (Role.UNIT_STAFF, Role.UNIT_HEAD)
READERS = (*KEEPERS, Role.CLERK, Role.LEADER, Role.MEMBER, Role.EDITOR, *UNIT)


def keeps(seat: Seat) -> bool:
    """专委会或督办机构的人。"""
    return seat.has(*KEEPERS)


def speaks_for(seat: Seat, region: Region) -> bool:
    """Whether the seat's unit answers for this region's figures."""
    return region.committee_id == seat.committee_id and region.speaks_id in seat.units


def owns(seat: Seat, owner_id: int | None) -> bool:
    """Whether the seat works in the owning unit."""
    return owner_id is not None and owner_id in seat.units
