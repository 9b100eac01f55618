"""改登记: name, ground, aim, who leads, until when, whether totals are public."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PROGRAMME
from ..models import Programme
from .start_programme import body_or_person, checked


@verb(PROGRAMME, "edit_programme", Programme)
def edit_programme(
    case: Programme,
    seat: Seat,
    *,
    title: str,
    aim: str,
    basis: str = "",
    lead: int | None = None,
    ends_on: date | None = None,
    public: bool = False,
) -> Done:
    """The kind and the first day stay."""
    checked(case.book, title, aim, basis, case.starts_on, ends_on, public)
    case.title, case.aim, case.basis = title.strip()[:120], aim.strip()[:500], basis.strip()[:200]
    case.lead = body_or_person(case.committee_id, lead)
    case.ends_on, case.public = ends_on, public
    return Done(detail={"public": public})
