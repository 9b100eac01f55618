"""Which rows a seat may see: figures that are published or one's work, gaps and sheets of one's own."""

from django.db.models import Q, QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Role, Seat
from .ledgers.book import ledgers
from .models import Entry, Gap, ListRow, Measure, NotebookItem, Reading, Remark, Sheet, Yardstick
from .who import KEEPERS, READERS

WIDE = (*KEEPERS, Role.CLERK, Role.LEADER)


def yardsticks(seat: Seat) -> QuerySet[Yardstick]:
    """The office and leaders see every yardstick, units too (they answer for them), members the published."""
    rows = Yardstick.objects.filter(committee_id=seat.committee_id)
    if not seat.signed_in or not seat.has(*READERS):
        return rows.none()
    if seat.has(*WIDE) or seat.units:
        return rows
    return rows.filter(published=True)


def readings(seat: Seat) -> QuerySet[Reading]:
    """Readings of the yardsticks one sees."""
    return Reading.objects.filter(
        committee_id=seat.committee_id, yardstick__in=yardsticks(seat)
    ).select_related("yardstick", "region")


def remarks(seat: Seat) -> QuerySet[Remark]:
    """Notes stand beside the number, open ones too: an open contest is seen by all who see it (E13)."""
    return Remark.objects.filter(
        committee_id=seat.committee_id, reading__yardstick__in=yardsticks(seat)
    ).select_related("reading__region", "reading__yardstick", "given_by")


def gaps(seat: Seat) -> QuerySet[Gap]:
    """The office and leaders all; a unit its own; members those of published indicators."""
    rows = Gap.objects.filter(committee_id=seat.committee_id).select_related(
        "owner", "region", "yardstick"
    )
    if not seat.signed_in or not seat.has(*READERS):
        return rows.none()
    if seat.has(*WIDE):
        return rows
    mine = Q(owner_id__in=seat.units) | Q(region__speaks_id__in=seat.units)
    if seat.has(Role.MEMBER):
        mine |= Q(yardstick__published=True)
    return rows.filter(mine)


def measures(seat: Seat) -> QuerySet[Measure]:
    """Measures of the gaps one sees, and those one's own unit owes."""
    rows = Measure.objects.filter(committee_id=seat.committee_id).select_related("owner", "gap")
    if not seat.signed_in or not seat.has(*READERS):
        return rows.none()
    if seat.has(*WIDE):
        return rows
    return rows.filter(Q(owner_id__in=seat.units) | Q(gap__in=gaps(seat)))


def sheets(seat: Seat) -> QuerySet[Sheet]:
    """The office and leaders all, a unit its own; nobody else: they are self-criticism."""
    rows = Sheet.objects.filter(committee_id=seat.committee_id).select_related("owner", "yardstick")
    if seat.has(*KEEPERS, Role.LEADER):
        return rows
    return rows.filter(owner_id__in=seat.units) if seat.units else rows.none()


def notebook(seat: Seat) -> QuerySet[NotebookItem]:
    """As sheets."""
    rows = NotebookItem.objects.filter(committee_id=seat.committee_id).select_related(
        "owner", "region", "yardstick"
    )
    if seat.has(*KEEPERS, Role.LEADER):
        return rows
    return rows.filter(owner_id__in=seat.units) if seat.units else rows.none()


def list_rows(seat: Seat) -> QuerySet[ListRow]:
    """As sheets."""
    rows = ListRow.objects.filter(committee_id=seat.committee_id).select_related("owner", "gap")
    if seat.has(*KEEPERS, Role.LEADER):
        return rows
    return rows.filter(owner_id__in=seat.units) if seat.units else rows.none()


def entries(seat: Seat, ledger: str) -> QuerySet[Entry]:
    """Rows of a ledger: the office and leaders all, a county its own and what is handed to it, others the shown."""
    rows = Entry.objects.filter(committee_id=seat.committee_id, ledger=ledger).select_related(
        "region", "other", "owner"
    )
    if not seat.signed_in or not seat.has(*READERS):
        return rows.none()
    if seat.has(*WIDE):
        return rows
    mine = Q(step__in=ledgers()[ledger].shown)
    if seat.units:
        mine |= Q(owner_id__in=seat.units) | Q(region__speaks_id__in=seat.units)
        mine |= Q(other__speaks_id__in=seat.units)
    return rows.filter(mine)


REACH["remark"] = remarks
REACH["gap"] = gaps
REACH["measure"] = measures
REACH["sheet"] = sheets
