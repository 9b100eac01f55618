"""协商：记发言."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..intake import keep_secrets_out
from ..models import Consultation


@verb(CONSULTATION, "note_speech", Consultation)
def note_speech(
    case: Consultation, seat: Seat, *, speech: int, gist: str = "", spoke: bool = True
) -> Done:
    """What was said, in short; said by somebody who is now surely there."""
    row = case.speeches.select_related("party").filter(pk=speech).first()
    if row is None:
        raise refuse("发言名单里没有这一个。", "wall")
    if spoke and not gist.strip():
        raise refuse("请记下讲了什么，几句话就行。")
    keep_secrets_out(gist)
    row.spoke, row.gist = spoke, gist.strip()[:2000]
    row.save(update_fields=["spoke", "gist"])
    if spoke and not row.party.came:
        row.party.came = True
        row.party.save(update_fields=["came"])
    return Done(about=row, detail={"spoke": spoke})
