"""期刊、专报：报送."""

from collections.abc import Sequence
from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ISSUE
from ..issue import move
from ..models import Dispatch, Issue


@verb(ISSUE, "send_out", Issue)
def send_out(case: Issue, seat: Seat, *, to: Sequence[str], level: str, on: date) -> Done:
    """To whom it went on which day; may be done again for further recipients."""
    names = [name.strip()[:120] for name in to if name.strip()]
    if not names:
        raise refuse("请写送给谁。")
    if level not in case.rules.levels:
        raise refuse("请选送到哪一级。")
    if on > today() or (case.issued_on and on < case.issued_on):
        raise refuse("报送日期不能晚于今天，也不能早于印发日。")
    Dispatch.objects.bulk_create(
        Dispatch(committee_id=case.committee_id, issue=case, to=name, level=level, on=on)
        for name in names
    )
    rows = [item.voice for item in case.items.select_related("voice")]
    move(case, seat, [r for r in rows if r.state == "issued"], "sent", "voice.sent_out")
    return Done(detail={"count": len(names), "level": level})
