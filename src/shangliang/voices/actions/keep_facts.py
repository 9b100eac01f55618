"""留下六项事实."""

from collections.abc import Mapping
from datetime import timedelta

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import PolicyFacts
from ..people import new_code
from ..policy_book import KEPT_DAYS, told, written


@act("policy.keep_facts", "留下六项事实")
def keep_facts(seat: Seat, *, said: Mapping[str, str]) -> Done:
    """Returns the row; its code is the only way to it. Raises Refused."""
    facts, wrong = told(said)
    if wrong:
        raise refuse("；".join(wrong))
    if not facts:
        raise refuse("还没有填，没有可以留下的。")
    row = PolicyFacts.objects.create(
        committee_id=seat.committee_id, public_code=new_code(), facts=written(facts),
        until=today() + timedelta(days=KEPT_DAYS),
    )  # fmt: skip
    return Done(case=row, detail={"facts": len(facts)})
