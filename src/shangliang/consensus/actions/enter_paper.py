"""录入纸上的表态: one sheet, and whoever filled it has one voice with what they said online."""

import time
from collections.abc import Mapping

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ROUND
from ..models import Round, Vote
from ..paper import person_of_sheet, voice_on_paper


@verb(ROUND, "enter_paper", Round)
def enter_paper(
    case: Round,
    seat: Seat,
    *,
    answers: Mapping[int, int],
    person: int = 0,
    ticket: str = "",
    sheet: str = "",
    correct: bool = False,
) -> Done:
    """``answers``: {statement's number: 1, 0 or -1}; what was left empty is not there.

    ``person``, ``ticket`` or ``sheet``: whose it is, by the round's entry. ``correct``: the sheet was
    typed before, and wrongly. Of somebody who has been online only what they have not answered is taken.
    """
    if not answers:
        raise refuse("这张纸上一条也没有填。")
    shown = dict(case.statements.filter(state="shown").values_list("number", "pk"))
    unknown = [n for n in answers if n not in shown]
    if unknown:
        raise refuse(f"没有第 {unknown[0]} 条，或它没有放出。")
    who, fresh = person_of_sheet(case, voice_on_paper(case, person, ticket, sheet))
    online = not fresh and who.secret is not None
    if not fresh and not online and not correct:
        raise refuse("这张纸录过了，再录不算第二份。录错了要改，请勾上“更正录过的一张”。")
    said = dict(who.votes.order_by("id").values_list("statement__number", "value"))
    taken = {
        number: value
        for number, value in answers.items()
        if number not in said or (not online and said[number] != value)
    }
    if online and not taken:
        raise refuse("纸上这几条，本人已经在网上表过态，以本人的为准，这张纸不再算。")
    now = time.time_ns() // 1_000_000
    Vote.objects.bulk_create(
        Vote(
            committee_id=case.committee_id,
            round=case,
            participant=who,
            statement_id=shown[number],
            value=value,
            at_ms=now,
        )
        for number, value in taken.items()
    )
    return Done(detail={"count": len(taken), "left": len(answers) - len(taken)})
