"""列入建议: an agreed point becomes a recommendation of a written result, with who should answer it."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...topics.actions.add_advice import add_advice
from ...topics.actions.start_result import start_result
from ...topics.models import Result
from ..became import point_of
from ..flow import ROUND
from ..models import FollowUp, Round

KIND = "report"  # 协商专报


@verb(ROUND, "recommend", Round)
def recommend(
    case: Round,
    seat: Seat,
    *,
    number: int,
    result: int | None = None,
    unit: int | None = None,
    text: str = "",
) -> Done:
    """``result``: a draft to be added to; without it one is begun. ``text``: what should be done, by default the
    statement. How many wanted it is written into the recommendation."""
    statement, row = point_of(case, number)
    target = drafted(case, seat, result)
    seen = row["agree"] + row["disagree"] + row["passed"]
    side = "agree" if row["agree"] >= row["disagree"] else "disagree"
    words = "同意" if side == "agree" else "不同意"
    said = text.strip() or ("" if side == "agree" else "不宜：") + statement.text
    share = round(100 * row[side] / max(1, seen))
    basis = f"（线上商量“{case.title}”第 {number} 条，{seen} 人表态，{share}%{words}）"
    advice = add_advice(seat, target.pk, text=said[: 600 - len(basis)] + basis, unit=unit)
    FollowUp.objects.create(
        committee_id=case.committee_id,
        round=case,
        statement=statement,
        kind=FollowUp.Kind.ADVICE,
        text=f"第 {number} 条列入{target.title}"[:300],
        on=today(),
        link_type="advice",
        link_id=advice.pk,
        by_id=seat.person_id,
    )
    return Done(detail={"number": number, "result": target.pk}, result=target)


def drafted(case: Round, seat: Seat, result: int | None) -> Result:
    """The draft that was chosen, or a new one; of the consultation the round belongs to, if any."""
    if result:
        found: Result | None = Result.objects.filter(
            committee_id=case.committee_id, pk=result, state="draft"
        ).first()
        if found is None:
            raise refuse("没有这份拟稿，或者已经签发。")
        return found
    title = f"关于“{case.title.rstrip('？?')}”的协商专报"[:120]
    held = case.about_id if case.about_type == "consultation" else None
    made: Result = start_result(seat, kind=KIND, title=title, consultation=held, from_points=False)
    return made
