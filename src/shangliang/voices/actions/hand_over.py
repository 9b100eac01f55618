"""分派, 退回改派, 写原因和解法, 答复企业: a firm's difficulty in a unit's hand."""

from ...actors.models import Actor
from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import DIFFICULTY
from ..models import FirmAnswer, Voice
from ..people import firm_office, unit_people
from ..tell import tell_authors
from ..texts import keep_out_secrets
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


@verb(DIFFICULTY, "return_case", Voice)
def return_case(case: Voice, seat: Seat, *, note: str) -> Done:
    """Not this unit's: back to the office with the unit's reason and who it should be."""
    remark(case, seat, "return_case", note, "请写为什么不归本单位、应归谁。")
    post(
        committee_id=case.committee_id, to=firm_office(case.committee_id),
        kind="difficulty.return_case", text=f"{case.unit}退回改派：{case.shown_title}", case=case,
        url=case.get_absolute_url(), needs_act=True,
    )  # fmt: skip
    before, case.unit = case.unit_id, None
    return Done(detail={"unit": before}, start=("screen",))


@verb(DIFFICULTY, "analyse", Voice)
def analyse(case: Voice, seat: Seat, *, cause: str, options: str = "") -> Done:
    """破题 and 解题: why it is so, and what ways there are (S-089)."""
    keep_out_secrets("open", cause, options)
    if not cause.strip():
        raise refuse("请写原因：卡在哪条规定、哪个环节、谁的手里。")
    case.cause, case.options = cause.strip()[:4000], options.strip()[:4000]
    return Done()


@verb(DIFFICULTY, "answer", Voice)
def answer(case: Voice, seat: Seat, *, result: str, text: str, commitment: str = "") -> Done:
    """The unit's answer of this round; only the firm says whether it is solved."""
    keep_out_secrets("open", text, commitment)
    if case.rules.result(result) is None:
        raise refuse("请选办理结果。")
    if not text.strip():
        raise refuse("请写怎么办的，企业会看到。")
    assert case.unit is not None  # flow.conditions.has_unit
    row = FirmAnswer.objects.create(
        committee_id=case.committee_id, voice=case, round=case.round, unit=case.unit,
        result=result, text=text.strip()[:4000], commitment=commitment.strip()[:200],
        by_id=seat.person_id,
    )  # fmt: skip
    tell_authors(case, seat, "answer", f"{case.unit}已答复，请企业说解决没有。", needs_act=True)
    post(
        committee_id=case.committee_id, to=firm_office(case.committee_id),
        kind="difficulty.answer", text=f"{case.unit}已答复，请回访：{case.shown_title}", case=case,
        url=case.get_absolute_url(), needs_act=True,
    )  # fmt: skip
    return Done(about=row, detail={"unit": case.unit_id, "round": case.round, "reason": result})


def tell_unit(case: Voice, seat: Seat, verb_name: str, text: str) -> None:
    post(
        committee_id=case.committee_id, to=unit_people(case.unit_id, case.committee_id),
        kind=f"difficulty.{verb_name}", text=text, case=case, url=case.get_absolute_url(),
        needs_act=True, but=seat.person_id,
    )  # fmt: skip
