"""换模板: who may put an office's own Word template in use, and the one place the act is logged."""

from ..journal import write as journal
from ..procedures.seat import Role, Seat
from ..procedures.verdicts import refuse
from .models import Document


def check_office(seat: Seat) -> None:
    """The proposal committee's office and the administrator keep the templates."""
    if not seat.has(Role.CLERK, Role.ADMIN):
        raise refuse("只有提案委工作人员或系统管理员可以换模板。", "who")


def write(seat: Seat, verb: str, row: Document, key: str) -> None:
    journal.write(
        committee_id=seat.committee_id,
        person_id=seat.person_id,
        verb=verb,
        case=row,
        detail={"paper": key, "sha256": row.sha256[:16]},
    )
