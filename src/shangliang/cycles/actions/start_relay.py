"""发起传达."""

from datetime import date

from ...actors.models import Actor
from ...documents.models import Intake
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.who import DESK
from ..models import Relay, RelayUnit
from ..relays import tell


@act("relay.start", "发起传达", *DESK)
def start_relay(
    seat: Seat, *, title: str, due_on: date, units: list[int], text: str = "",
    intake: int | None = None,
) -> Done:  # fmt: skip
    """``intake``: the text that is conveyed, where it was taken in."""
    if not title.strip():
        raise refuse("请写传达什么。")
    if due_on < today():
        raise refuse("传达期限不能早于今天。")
    wanted = list(dict.fromkeys(units))
    found = Actor.objects.filter(committee_id=seat.committee_id, pk__in=wanted, active=True)
    if not wanted or found.exclude(kind=Actor.Kind.PERSON).count() != len(wanted):
        raise refuse("请从名单里选要传达的单位。")
    read = None
    if intake is not None:
        read = Intake.objects.filter(pk=intake, committee_id=seat.committee_id).first()
        if read is None:
            raise refuse("没有这份文件。", "wall")
    row = Relay.objects.create(
        committee_id=seat.committee_id, title=title.strip()[:200], text=text.strip(),
        due_on=due_on, intake=read, by_id=seat.person_id,
    )  # fmt: skip
    RelayUnit.objects.bulk_create(
        RelayUnit(committee_id=seat.committee_id, relay=row, unit_id=pk) for pk in wanted
    )
    tell(row, wanted, f"请在 {due_on:%m月%d日} 前传达到人并报来：{row.title}")
    return Done(case=row, detail={"units": len(wanted), "due": due_on})
