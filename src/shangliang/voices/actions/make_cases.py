"""企业摸底：转为企业难题."""

from typing import Any

from ...journal import write as journal
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SURVEY
from ..models import Survey, Voice
from ..people import new_code
from .submit import take_in


@verb(SURVEY, "make_cases", Survey)
def make_cases(case: Survey, seat: Seat, *, matter: str) -> Done:
    """Each firm's own problem of one class becomes a difficulty; done twice it makes none twice."""
    kind: Any = case.rules.matter(matter)
    if kind is None:
        raise refuse("请选一类。")
    rows = case.answers.filter(forwarded=False, matter=matter, voice=None).exclude(problem="")
    made = []
    for row in rows.select_related("link"):
        voice = Voice(
            committee_id=case.committee_id, kind=Voice.Kind.DIFFICULTY, state="received",
            channel=Voice.Channel.SURVEY, public_code=new_code(), entered_by_id=seat.person_id,
            firm_id=row.link.firm_id, class_code=matter, text=row.problem,
            client_key=f"survey:{row.pk}",
        )  # fmt: skip
        take_in(voice)
        voice.save()
        row.voice = voice
        row.save(update_fields=["voice"])
        journal.write(
            committee_id=case.committee_id, person_id=seat.person_id, verb="voice.receive",
            case=voice, about=row, detail={"kind": "difficulty", "class": matter},
        )  # fmt: skip
        made.append(voice)
    if not made:
        raise refuse("这一类没有还没立案的难题。")
    return Done(detail={"count": len(made), "class": matter})
