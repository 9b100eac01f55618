"""台账走一步."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..entries import may_write
from ..ledgers.book import WHO, Step
from ..models import Entry, EntryStep
from ..who import keeps, speaks_for


def next_steps(seat: Seat, row: Entry) -> list[tuple[Step, str]]:
    """Steps that follow, each with why this seat may not take it ('' when it may)."""
    return [(s, why_not(seat, row, s)) for s in row.book.steps if row.step in s.source]


def why_not(seat: Seat, row: Entry, step: Step) -> str:
    """The rule of a step in words, or ''."""
    other_side = row.other is not None and speaks_for(seat, row.other)
    right = {
        "office": keeps(seat),
        "unit": may_write(seat, row.region, row.owner_id) and not keeps(seat),
        "both": may_write(seat, row.region, row.owner_id),
        "other": other_side or (keeps(seat) and (row.other is None or row.other.speaks_id is None)),
    }[step.who]
    if not right:
        return f"这一步由{WHO[step.who]}来做。"
    if step.other_person and row.by_id == seat.person_id:
        return "这一步不能由登记的人自己做，请换一位。"
    lacking = [f.label for c in step.needs if (f := row.book.field(c)) and not row.data.get(c)]
    return f"先填：{'、'.join(lacking)}。" if lacking else ""


@act("ledger.move", "台账走一步")
def move_row(seat: Seat, pk: int, *, step: str, note: str) -> Done:
    """One step on, by whom the preset names, with a word that says on what ground."""
    row = lock(Entry, pk, seat.committee_id)
    found = next((x for x in next_steps(seat, row) if x[0].code == step), None)
    if found is None:
        raise refuse(f"“{row.step_label}”之后没有这一步。", "step")
    if found[1]:
        raise refuse(found[1], "who")
    if not note.strip():
        raise refuse("请写凭什么走这一步。")
    was, row.step = row.step, found[0].code
    row.save(update_fields=["step"])
    EntryStep.objects.create(
        committee_id=seat.committee_id, entry=row, was=was, step=row.step, note=note.strip()[:300],
        by_id=seat.person_id, on=today(),
    )  # fmt: skip
    return Done(case=row, detail={"ledger": row.ledger, "was": was, "step": row.step})
