"""协商：答复."""

from ...actors.models import Actor
from ...procedures import clocks
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..flow.people import runner
from ..intake import keep_secrets_out
from ..models import Consultation
from ..telling import tell


@verb(CONSULTATION, "answer_consultation", Consultation)
def answer_consultation(
    case: Consultation, seat: Seat, *, text: str, party: int | None = None
) -> Done:
    """One party of the other side answers; when all have, the consultation is answered.

    A unit answers for itself; the office names the party whose paper it enters.
    """
    waiting = case.parties.filter(side="answers")
    if runner(seat, case) is not None:
        waiting = waiting.filter(actor_id__in=seat.units)
    row = waiting.filter(pk=party).first() if party else waiting.first()
    if row is None:
        raise refuse("请选是哪一方的答复。")
    if party is None and waiting.count() > 1:
        raise refuse("有几家要答复，请选是哪一家。")
    if len(text.strip()) < 10:
        raise refuse("请写明答复内容：哪些办、怎么办、什么时候办，不办的说明原因。")
    if len(text) > 4000:
        raise refuse("答复请写在 4000 字以内，长的附文件。")
    keep_secrets_out(text)
    row.answer, row.answered_on, row.answered_by_id = text.strip(), today(), seat.person_id
    row.save(update_fields=["answer", "answered_on", "answered_by"])
    left = case.parties.filter(side="answers", answered_on__isnull=True).exists()
    if not left:
        clocks.stop(case, ["answer"], by=seat)
    tell(case, [case.made_by_id], "consultation.answer", f"{row.name}已答复：{case.title}", seat)
    unit = row.actor_id if row.actor and row.actor.kind == Actor.Kind.UNIT else None
    return Done(
        to="recorded" if left else "answered",
        about=row,
        detail={"unit": unit, "by_office": runner(seat, case) is None},
    )
