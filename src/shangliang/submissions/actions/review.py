"""写审查意见: one opinion a reviewer, side by side with the others'."""

from collections.abc import Sequence

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import Review, Submission, UnitChoice
from .edit import own


@verb(PROPOSAL, "review", Submission)
def review(
    case: Submission,
    seat: Seat,
    *,
    class_code: str = "",
    opinion: str | None = None,
    outcome: str | None = None,
    rubric: dict[str, str] | None = None,
    units: Sequence[tuple[int, str]] | None = None,
) -> Done:
    """Save this reviewer's opinion; what is not given stays as it was.

    Class and units reviewed are the case's own, last writer holds.
    """
    if class_code and not case.rules.class_of(class_code):
        raise refuse("本级规程没有这个类别。")
    row, _ = Review.objects.get_or_create(
        committee_id=case.committee_id,
        submission=case,
        reviewer_id=seat.person_id,
        stage="second" if case.state == "reviewing" else "first",
    )
    row.class_code = class_code or row.class_code
    row.opinion = row.opinion if opinion is None else opinion.strip()
    row.outcome = row.outcome if outcome is None else outcome[:20]
    if rubric is not None:
        known = {item.key for item in case.rules.rubric}
        row.rubric = {
            k: v for k, v in rubric.items() if k in known and v in ("yes", "no", "unsure")
        }
    row.save()
    if class_code and class_code != case.class_code:
        # A number in the old class (filing was taken back) says nothing in the new one.
        case.class_code, case.class_number = class_code, None
    if units is not None:
        set_units(case, units)
    return Done(about=row)


def set_units(case: Submission, units: Sequence[tuple[int, str]]) -> None:
    """The reviewers' own set of units (审查拟定); the proposer's wish stays as written."""
    case.unit_choices.filter(layer=UnitChoice.Layer.REVIEWED).delete()
    seen: set[int] = set()
    for unit, role in units:
        if unit not in seen and own(case, "unit", unit) and role in UnitChoice.Role.values:
            seen.add(unit)
            UnitChoice.objects.create(
                committee_id=case.committee_id,
                submission=case,
                layer=UnitChoice.Layer.REVIEWED,
                unit_id=unit,
                role=role,
            )
