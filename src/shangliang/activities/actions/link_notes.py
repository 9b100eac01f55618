"""发现：连上调研记录."""

from collections.abc import Sequence

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import FINDING
from ..models import FieldNote, Finding


@verb(FINDING, "link_notes", Finding)
def link_notes(case: Finding, seat: Seat, *, notes: Sequence[int]) -> Done:
    """The field notes a finding of the report rests on (S-021)."""
    rows = FieldNote.objects.filter(committee_id=case.committee_id, pk__in=notes)
    rows = rows.filter(project_id=case.project_id or 0)
    if case.project_id is None or rows.count() != len(set(notes)):
        raise refuse("有的调研记录不属于这个课题。")
    case.notes.set(rows)
    return Done(detail={"notes": sorted(set(notes))[:20]})
