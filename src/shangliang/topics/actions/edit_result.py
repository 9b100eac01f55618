"""协商成果：改成果."""

from collections.abc import Iterable
from datetime import date

from ...actors.models import Actor
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import RESULT
from ..intake import keep_secrets_out
from ..models import Delivery, Result

LONGEST = 20000


@verb(RESULT, "edit_result", Result)
def edit_result(
    case: Result,
    seat: Seat,
    *,
    title: str,
    body: str,
    addressees: str = "",
    level: str = "",
    decision: str = "",
    decision_on: date | None = None,
) -> Done:
    """Text, level, addressees (one a line) and the decision it should reach in time."""
    if len(title.strip()) < 4:
        raise refuse("请写标题。")
    if len(body) > LONGEST:
        raise refuse(f"正文请写在 {LONGEST} 字以内。")
    keep_secrets_out(title, body)
    text = body.replace("\r\n", "\n").strip()
    # A draft that experts have seen stays as it was: what is written now is the next one (S-027).
    if text != case.body and case.drafts.filter(number=case.revision).exists():
        case.revision += 1
    case.title, case.body = title.strip()[:120], text
    case.level, case.decision = level.strip()[:20], decision.strip()[:80]
    case.decision_on = decision_on
    set_addressees(case, addressees.splitlines())
    return Done(detail={"length": len(case.body)})


def set_addressees(case: Result, names: Iterable[str]) -> None:
    """The named ones stay, others go; a unit of the register is linked."""
    wanted = list(dict.fromkeys(n.strip()[:80] for n in names if n.strip()))
    if len(wanted) > 20:
        raise refuse("报送的不要超过 20 家。")
    case.deliveries.exclude(addressee__in=wanted).delete()
    held = set(case.deliveries.values_list("addressee", flat=True))
    units = {
        a.name: a.pk
        for a in Actor.objects.filter(
            committee_id=case.committee_id, kind=Actor.Kind.UNIT, name__in=wanted
        )
    }
    Delivery.objects.bulk_create(
        Delivery(
            committee_id=case.committee_id, result=case, addressee=name, unit_id=units.get(name)
        )
        for name in wanted
        if name not in held
    )
