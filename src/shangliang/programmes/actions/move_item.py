"""专项记录走一步: by whom the preset names, on a stated ground."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..rows import kept_step, next_steps, own_item


@act("programme.step", "专项记录走一步")
def move_item(seat: Seat, pk: int, *, step: str, note: str) -> Done:
    """One step on, by whom the preset names, with a word that says on what ground."""
    row = own_item(seat, pk)
    found = next((x for x in next_steps(seat, row) if x[0].code == step), None)
    if found is None:
        raise refuse(f"“{row.step_label}”之后没有这一步。", "state")
    if found[1]:
        raise refuse(found[1], "who")
    if not note.strip():
        raise refuse("请写凭什么走这一步。")
    was, row.step = row.step, step
    row.save(update_fields=["step"])
    kept_step(row, was, note, seat)
    return Done(
        case=row.programme, about=row, detail={"sheet": row.sheet, "was": was, "step": step}
    )
