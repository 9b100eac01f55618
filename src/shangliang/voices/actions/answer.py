"""企业难题：答复企业."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import DIFFICULTY
from ..models import FirmAnswer, Voice
from ..people import firm_office
from ..tell import tell_authors
from ..texts import keep_out_secrets


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
