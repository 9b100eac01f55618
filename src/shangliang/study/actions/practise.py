"""练习: one question answered, its sentence shown; a mistake returns until it was right twice."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..grading import cleaned, is_right
from ..models import BankQuestion, Drill
from ..rules import rules
from ..who import LEARNERS


@act("study.practise", "练习", *LEARNERS)
def practise(seat: Seat, *, question: int, given: Any) -> Done:
    """Returns ``{"question", "given", "right", "drill"}``. The log does not say whether it was right."""
    row = (
        BankQuestion.objects.filter(
            committee_id=seat.committee_id, pk=question, state="active", bank__state="open"
        )
        .select_related("bank", "clause__intake", "clause__extract")
        .first()
    )
    drill = Drill.objects.filter(
        committee_id=seat.committee_id, person_id=seat.person_id, question_id=question
    ).first()
    # A mistake of a contest may be practised though its bank is not open to everybody.
    if row is None or not (row.bank.practice or drill):
        raise refuse("没有这道题，或者它停用了。")
    answer = cleaned(row.kind, given, len(row.options))
    if not answer:
        raise refuse("请先选答案。" if row.options else "请先写答案。")
    right = is_right(row.kind, row.answer, answer)
    if not right:
        note_wrong(seat.committee_id, [(seat.person_id, row.pk)])
        drill = Drill.objects.get(person_id=seat.person_id, question=row)
    elif drill and drill.closed_on is None and drill.due_on <= today():
        step(drill)
    result = {"question": row, "given": answer, "right": right, "drill": drill}
    return Done(case=row.bank, about=row, result=result)


def step(drill: Drill) -> None:
    """Right on its day: closed at the last time asked for, else it returns after some days."""
    drill.run += 1
    if drill.run >= rules().right_times:
        drill.closed_on = today()
    else:
        drill.due_on = today() + timedelta(days=rules().again_after_days)
    drill.save()


def note_wrong(committee_id: int, pairs: Iterable[tuple[int, int]]) -> None:
    """(person, question) pairs go into the books of mistakes, or back to their beginning there."""
    wanted = set(pairs)
    if not wanted:
        return
    known = {
        (row.person_id, row.question_id): row
        for row in Drill.objects.filter(
            committee_id=committee_id,
            person_id__in={p for p, _ in wanted},
            question_id__in={q for _, q in wanted},
        )
    }
    again = [row for pair, row in known.items() if pair in wanted]
    for row in again:
        row.wrong, row.run = row.wrong + 1, 0
        row.due_on, row.closed_on = today(), None
    Drill.objects.bulk_update(again, ["wrong", "run", "due_on", "closed_on"])
    Drill.objects.bulk_create(
        [
            Drill(committee_id=committee_id, person_id=p, question_id=q, due_on=today())
            for p, q in sorted(wanted - known.keys())
        ],
        batch_size=500,
    )
