"""写答复: each ask has its own answer, grade and, where promised, its date."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypedDict

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import REPLY
from ..models import Reply
from .edit import Outdated

TEXTS = (
    "doc_number",
    "opening",
    "closing",
    "publicity_reason",
    "contact_person",
    "contact_phone",
)

LONGEST = {"doc_number": 60, "publicity_reason": 200, "contact_person": 60, "contact_phone": 40}


class AnswerData(TypedDict, total=False):
    """The answer to one ask; ``ask`` is the recommendation's id."""

    ask: int
    text: str
    grade: str
    promise: str
    promise_due: date | None
    promise_owner: str


@verb(REPLY, "edit_reply", Reply)
def edit_reply(
    case: Reply,
    seat: Seat,
    *,
    fields: Mapping[str, object],
    answers: Sequence[AnswerData] = (),
    revision: int | None = None,
) -> Done:
    """Save the draft. Grades outside the rulebook's scale are refused by name."""
    if revision is not None and revision != case.revision:
        raise Outdated(case.revision)
    for name in TEXTS:
        if name in fields:
            setattr(case, name, str(fields[name]).strip()[: LONGEST.get(name)])
    if fields.get("publicity") in Reply.Publicity.values:
        case.publicity = str(fields["publicity"])
    if "secrecy_checked" in fields:
        case.secrecy_checked = bool(fields["secrecy_checked"])
    if "grade" in fields:
        case.grade = case.grade_by_unit = known_grade(case, str(fields["grade"]))
    rows = {a.recommendation_id: a for a in case.answers.all()}
    for data in answers:
        row = rows.get(data["ask"])
        if row is None:
            continue
        row.text = str(data.get("text", row.text)).strip()
        row.grade = known_grade(case, str(data.get("grade", row.grade) or ""))
        row.promise = str(data.get("promise", row.promise)).strip()[:300]
        row.promise_due = data.get("promise_due", row.promise_due)
        row.promise_owner = str(data.get("promise_owner", row.promise_owner)).strip()[:60]
        row.save()
    case.revision += 1
    return Done(detail={"revision": case.revision})


def known_grade(case: Reply, code: str) -> str:
    """A grade of the rulebook, or none yet."""
    if code and not case.rules.grade(code):
        raise refuse(f"本级规程没有“{code}”类。")
    return code
