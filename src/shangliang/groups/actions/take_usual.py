"""列入常用组成要求."""

import tomllib
from pathlib import Path

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..compose import term_of
from ..models import CompositionRule

USUAL = Path(__file__).parents[1] / "presets" / "composition.toml"


@act("composition.usual", "列入常用组成要求", Role.CLERK)
def take_usual(seat: Seat, *, term: int | None = None) -> Done:
    """Those of the release that the term has not; each is then mended to the local paper."""
    within = term_of(seat, term)
    rows = tomllib.loads(USUAL.read_text(encoding="utf-8"))["rule"]
    known = set(
        CompositionRule.objects.filter(committee_id=seat.committee_id, term=within).values_list(
            "scope", "measure", "way"
        )
    )
    made = CompositionRule.objects.bulk_create(
        CompositionRule(
            committee_id=seat.committee_id, term=within, by_id=seat.person_id, percent=True, **row
        )
        for row in rows
        if (row["scope"], row["measure"], row["way"]) not in known
    )
    if not made:
        raise refuse("常用的都已列入。")
    return Done(case=within, detail={"count": len(made)}, result=len(made))
