"""答卷：答卷."""

from collections.abc import Sequence
from datetime import date
from typing import Required, TypedDict

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SHEET
from ..models import Answer, Sheet


class Given(TypedDict, total=False):
    """One answer as it is handed over; names left out are empty."""

    number: Required[int]
    verdict: str
    evidence: str
    gap_text: str
    measure_text: str
    person_name: str
    due_on: date | None


@verb(SHEET, "answer_sheet", Sheet)
def answer_sheet(
    case: Sheet,
    seat: Seat,
    *,
    answers: Sequence[Given],
    mission: str = "",
    pledge: str = "",
    person_name: str = "",
) -> Done:
    """Keep what was filled in, whole or not; handing in asks for the rest."""
    rows = {a.number: a for a in case.answers.all()}
    for given in answers:
        row = rows.get(int(given["number"]))
        if row is None:
            raise refuse("没有这一问。")
        said = given.get("verdict") or ""
        if said and said not in Answer.Verdict.values:
            raise refuse("请选够、不够或说不准。")
        due = given.get("due_on") or None
        row.verdict = said
        for name, most in (
            ("evidence", 4000),
            ("gap_text", 300),
            ("measure_text", 300),
            ("person_name", 60),
        ):
            setattr(row, name, str(given.get(name) or "").strip()[:most])
        row.due_on = due if isinstance(due, date) else None
        row.save()
    case.mission, case.pledge = mission.strip(), pledge.strip()
    case.person_name = person_name.strip()[:60]
    return Done(detail={"answers": sum(bool(r.verdict) for r in rows.values())}, quiet=False)
