"""记采用、批示: what a level did with the item, alone or combined; every author hears it at once."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import VOICE
from ..models import Adoption, Voice
from ..tell import tell_authors
from ..texts import keep_out_secrets


@verb(VOICE, "record_adoption", Voice)
def record_adoption(
    case: Voice,
    seat: Seat,
    *,
    level: str,
    form: str,
    outcome: str,
    by_whom: str,
    on: date,
    words: str = "",
) -> Done:
    """``by_whom``: the body, or the office of the leader; no name is needed. The words of an
    instruction are a summary that may be told to the author (the inner channel stays inner)."""
    if level not in case.rules.levels:
        raise refuse("请选是哪一级。")
    if form not in Adoption.Form.values or outcome not in Adoption.Outcome.values:
        raise refuse("请选单篇、综合或转送，和采用、批示或部门采纳。")
    if not by_whom.strip():
        raise refuse("请写采用的单位，或批示人的职务。")
    if on > today():
        raise refuse("日期不能晚于今天。")
    keep_out_secrets("open", words)
    row = Adoption.objects.create(
        committee_id=case.committee_id, voice=case, level=level, form=form, outcome=outcome,
        by_whom=by_whom.strip()[:120], words=words.strip()[:2000], on=on,
        recorded_by_id=seat.person_id,
    )  # fmt: skip
    said = f"{case.rules.levels[level]}级{row.get_outcome_display()}（{row.get_form_display()}）"
    tell_authors(case, seat, "record_adoption", f"{said}。")
    return Done(about=row, detail={"level": level, "form": form, "outcome": outcome})
