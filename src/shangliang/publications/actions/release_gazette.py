"""签发出刊: the number of the year without gaps; its texts are published with it."""

from ...journal import write as journal
from ...procedures.numbering import allot
from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock_all, verb
from ...procedures.seat import Seat
from ..flow import GAZETTE
from ..models import Gazette, Piece


@verb(GAZETTE, "release_gazette", Gazette)
def release_gazette(case: Gazette, seat: Seat) -> Done:
    """By the leader; each text says in its own history with which issue it came out."""
    rows = list(case.pieces.order_by("place", "pk"))
    lock_all(Piece, {r.pk for r in rows}, case.committee_id)
    case.issued_on = today()
    case.year = case.issued_on.year
    case.number = allot(case.committee_id, f"gazette:{case.name}:{case.year}")
    case.signer_id = seat.person_id
    for row in rows:
        if row.state != "approved":
            continue
        row.state, row.published_on = "published", case.issued_on
        row.save(update_fields=["state", "published_on"])
        journal.write(
            committee_id=case.committee_id, person_id=seat.person_id, verb="piece.publish_piece",
            case=row, about=case, detail={"from": "approved", "to": "published", "number": case.number},
        )  # fmt: skip
    return Done(detail={"number": case.number, "year": case.year, "count": len(rows)})
