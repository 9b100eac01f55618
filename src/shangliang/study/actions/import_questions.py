"""导入题目: a looked-at sheet is written whole, or not at all."""

from collections.abc import Sequence
from typing import Any

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..bank_sheet import check
from ..models import Bank, BankQuestion
from ..who import KEEPERS


@act("bank.import_questions", "导入题目", *KEEPERS)
def import_questions(seat: Seat, *, bank: int, rows: Sequence[dict[str, Any]]) -> Done:
    """``rows`` as the sheet had them; looked at once more, since the bank may have changed."""
    row = Bank.objects.filter(committee_id=seat.committee_id, pk=bank, state="open").first()
    if row is None:
        raise refuse("没有这个题库，或者它停用了。")
    checked = check(seat, row, rows)
    bad = [c for c in checked if c.errors]
    if bad:
        raise refuse(f"第 {bad[0].number} 行：{bad[0].errors[0]}。一题也没有写。")
    if not checked:
        raise refuse("表里没有题。")
    made = BankQuestion.objects.bulk_create(
        BankQuestion(
            committee_id=seat.committee_id,
            bank=row,
            kind=c.kind,
            text=c.text,
            options=c.options,
            answer=c.answer,
            clause=c.clause,
            sentence=c.sentence[:1000],
            seen_version=c.clause.intake.version if c.clause else 1,
            by_id=seat.person_id,
        )
        for c in checked
    )
    return Done(case=row, detail={"questions": len(made)}, result=len(made))
