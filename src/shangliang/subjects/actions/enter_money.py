"""记一笔: 应到位、到位 or 支出, as written, exact, with its proof and day."""

from datetime import date

from django.core.files.uploadedfile import UploadedFile

from ...documents.actions.store import store
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import FUND_LINE
from ..models import FundEntry, FundLine
from ..money import NoAmount, amount_of, words_of
from ..sums import sum_up


@verb(FUND_LINE, "enter_money", FundLine)
def enter_money(
    case: FundLine,
    seat: Seat,
    *,
    kind: str,
    amount: str,
    on: date | None = None,
    note: str = "",
    proof: UploadedFile | None = None,
) -> Done:
    """``amount`` with its unit: 3.7亿, 606万. More spent than in place needs a note (垫付)."""
    if kind not in FundEntry.Kind.values:
        raise refuse("请选应到位、到位或支出。")
    try:
        yuan = amount_of(amount)
    except NoAmount as error:
        raise refuse(str(error)) from error
    if yuan == 0:
        raise refuse("金额是 0，不用记；没有到位或没有支出，空着就是 0。")
    day = on or today()
    if day > today():
        raise refuse("日期不能晚于今天。")
    over = case.spent + yuan - case.arrived
    if kind == FundEntry.Kind.SPENT and over > 0 and not note.strip():
        raise refuse(
            f"支出会超过到位 {words_of(over)}（到位 {words_of(case.arrived)}，"
            f"已支出 {words_of(case.spent)}）。请核对；确实是垫付的，在说明里写明谁垫、何时还。"
        )
    row = FundEntry.objects.create(
        committee_id=case.committee_id,
        line=case,
        kind=kind,
        amount=yuan,
        written=amount.strip()[:40],
        on=day,
        note=note.strip()[:300],
        by_id=seat.person_id,
    )
    if proof:
        row.proof = store(seat, case, proof, "evidence", about=row)
        row.save(update_fields=["proof"])
    sum_up(case)
    return Done(about=row, detail={"kind": kind, "fen": int(yuan * 100), "proof": bool(proof)})
