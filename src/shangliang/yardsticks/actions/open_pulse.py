"""登记小调查."""

import secrets
from collections.abc import Sequence
from datetime import date
from typing import Any

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Pulse
from ..who import KEEPERS

LONGEST = 92  # days a link stays open


@act("pulse.open", "登记小调查", *KEEPERS)
def open_pulse(
    seat: Seat,
    *,
    title: str,
    questions: Sequence[dict[str, Any]],
    on: date,
    population: int | None = None,
    follows: int | None = None,
    until: date | None = None,
    purpose: str = "",
    open_question: str = "",
) -> Done:
    """Three to five questions, anonymous; only counts are kept (E2).

    With ``until`` there is a link that anybody answers without account; ``purpose`` stands on its page.
    """
    if not title.strip():
        raise refuse("请写题目。")
    if not 1 <= len(questions) <= 5:
        raise refuse("小调查一次三到五题，最多五题。")
    if any(len(q.get("options", [])) < 2 or not q.get("text") for q in questions):
        raise refuse("每题要有题目和至少两个选项。")
    if on > today():
        raise refuse("日期不能晚于今天。")
    if open_question.strip() and not until:
        raise refuse("自己写的一题只在用链接作答时问；手记的调查只记人数。")
    if until and not purpose.strip():
        raise refuse("请写为什么问、结果给谁看：作答的人先看到这一句。")
    if until and not 0 <= (until - today()).days <= LONGEST:
        raise refuse(f"截止日要在今天以后、{LONGEST}天以内。")
    before = None
    if follows:
        before = Pulse.objects.filter(pk=follows, committee_id=seat.committee_id).first()
        if before is None or [(q["text"], q["options"]) for q in before.questions] != [
            (q["text"], list(q["options"])) for q in questions
        ]:
            raise refuse("和上一次的题目或选项不一样，不能连起来比。")
    row = Pulse.objects.create(
        committee_id=seat.committee_id, title=title.strip()[:120], questions=list(questions), on=on,
        population=population, follows=before, until=until, purpose=purpose.strip()[:200],
        code=secrets.token_urlsafe(12) if until else "", open_question=open_question.strip()[:120],
    )  # fmt: skip
    return Done(case=row, detail={"questions": len(questions), "link": bool(until)})
