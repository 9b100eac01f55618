"""Verbs of conveying: who is to convey what by when, whom each reached, who is pressed, closed."""

from datetime import date

from ...actors.models import Actor, Tie
from ...documents.models import Intake
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import RELAY
from ..flow.who import DESK
from ..models import Relay, RelayUnit


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


def tell(case: Relay, units: list[int], text: str) -> None:
    """Everybody of these units."""
    people = Tie.objects.filter(
        committee_id=case.committee_id,
        whom_id__in=units,
        kind__in=(Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD),
    ).on(today())
    post(
        committee_id=case.committee_id, to=people.values_list("who_id", flat=True),
        kind="relay.tell", text=text, case=case, url=f"/relays/{case.pk}/", needs_act=True,
    )  # fmt: skip


@verb(RELAY, "report_relay", Relay)
def report_relay(
    case: Relay, seat: Seat, *, unit: int, on: date, how: str, wanted: int, reached: int,
    missing: str = "", linked: str = "",
) -> Done:  # fmt: skip
    """Whom it reached of whom it should; the rest by name."""
    row = case.units.filter(unit_id=unit).first()
    if row is None or not (seat.has(*DESK) or unit in seat.units):
        raise refuse("只能报本单位的传达情况。", "who")
    if on > today():
        raise refuse("传达日期不能晚于今天。")
    if not how.strip():
        raise refuse("请写怎么传达的。")
    if wanted < 1 or reached < 0 or reached > wanted:
        raise refuse("传达到的人数要在 0 和应到人数之间。")
    if reached < wanted and not missing.strip():
        raise refuse(f"还有 {wanted - reached} 人没有传达到，请写是谁、为什么。")
    row.on, row.how, row.wanted, row.reached = on, how.strip()[:200], wanted, reached
    row.missing = missing.strip()[:400] if reached < wanted else ""
    row.linked = linked.strip()[:400]
    row.save()
    return Done(about=row, detail={"unit": unit, "wanted": wanted, "reached": reached})


@verb(RELAY, "press_relay", Relay)
def press_relay(case: Relay, seat: Seat) -> Done:
    """Those who have not reported, or have people left, are reminded."""
    late = [row.unit_id for row in case.units.all() if row.on is None or row.left]
    if not late:
        raise refuse("都报了，也都传达到人了，没有要提醒的。")
    tell(case, late, f"还没有传达到人，请补报：{case.title}")
    return Done(detail={"units": len(late)})


@verb(RELAY, "close_relay", Relay)
def close_relay(case: Relay, seat: Seat, *, why: str = "") -> Done:
    """With people left only for a reason."""
    left = sum(row.left for row in case.units.all())
    silent = case.units.filter(on=None).count()
    if (left or silent) and not why.strip():
        raise refuse(f"还有 {silent} 个单位没报、{left} 人没有传达到。要收尾，请写理由。")
    return Done(detail={"left": left, "silent": silent})
