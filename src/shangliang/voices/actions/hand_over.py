"""分派, 退回改派, 写原因和解法, 答复企业: a firm's difficulty in a unit's hand."""

from ...actors.models import Actor
from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import DIFFICULTY
from ..models import Voice
from ..people import unit_people
from ..tell import tell_authors
from ..words import remark


@verb(DIFFICULTY, "hand_over", Voice)
def hand_over(case: Voice, seat: Seat, *, unit: int, class_code: str, note: str = "") -> Done:
    """Class and department; the unit's clock starts anew when it is given to another."""
    if case.rules.matter(class_code) is None:
        raise refuse("请选是哪一类难题。")
    found = Actor.objects.filter(
        pk=unit, committee_id=case.committee_id, kind=Actor.Kind.UNIT, active=True
    ).first()
    if found is None:
        raise refuse("请从承办单位名册里选单位。")
    if case.state == "handling" and case.unit_id == unit:
        raise refuse("已经在这个单位办理。")
    clocks.drop(case)
    case.unit, case.class_code = found, class_code
    if note.strip():
        remark(case, seat, "hand_over", note, "")
    tell_unit(case, seat, "hand_over", f"新的企业难题，请办：{case.shown_title}")
    tell_authors(case, seat, "hand_over", f"已交{found}办理。")
    return Done(detail={"unit": unit, "class": class_code})


def tell_unit(case: Voice, seat: Seat, verb_name: str, text: str) -> None:
    post(
        committee_id=case.committee_id, to=unit_people(case.unit_id, case.committee_id),
        kind=f"difficulty.{verb_name}", text=text, case=case, url=case.get_absolute_url(),
        needs_act=True, but=seat.person_id,
    )  # fmt: skip
