"""录入纸上的表态: one sheet, one participant marked as paper."""

import secrets
import time
from collections.abc import Mapping

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ROUND
from ..models import Participant, Round, Vote


@verb(ROUND, "enter_paper", Round)
def enter_paper(case: Round, seat: Seat, *, answers: Mapping[int, int]) -> Done:
    """``answers``: {statement's number: 1, 0 or -1}; what was left empty is not there."""
    if not answers:
        raise refuse("这张纸上一条也没有填。")
    shown = dict(case.statements.filter(state="shown").values_list("number", "pk"))
    unknown = [n for n in answers if n not in shown]
    if unknown:
        raise refuse(f"没有第 {unknown[0]} 条，或它没有放出。")
    person = Participant.objects.create(
        committee_id=case.committee_id, round=case, number=secrets.randbelow(10**12), paper=True
    )
    now = time.time_ns() // 1_000_000
    Vote.objects.bulk_create(
        Vote(
            committee_id=case.committee_id,
            round=case,
            participant=person,
            statement_id=shown[number],
            value=value,
            at_ms=now,
        )
        for number, value in answers.items()
    )
    return Done(detail={"count": len(answers)})
