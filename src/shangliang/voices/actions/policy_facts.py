"""六项事实: kept only when the firm asks for it, without its name, and deleted by the firm itself."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction

from ...journal import write as journal
from ...journal.erasures import deletes
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import PolicyFacts
from ..people import new_code
from ..policy_book import KEPT_DAYS, told, written


@act("policy.keep_facts", "留下六项事实")
def keep_facts(seat: Seat, *, said: Mapping[str, str]) -> Done:
    """Returns the row; its code is the only way to it. Raises Refused."""
    facts, wrong = told(said)
    if wrong:
        raise refuse("；".join(wrong))
    if not facts:
        raise refuse("还没有填，没有可以留下的。")
    row = PolicyFacts.objects.create(
        committee_id=seat.committee_id, public_code=new_code(), facts=written(facts),
        until=today() + timedelta(days=KEPT_DAYS),
    )  # fmt: skip
    return Done(case=row, detail={"facts": len(facts)})


@act("policy.forget_facts", "删去六项事实")
def forget_facts(seat: Seat, code: str) -> Done:
    """Whoever has the code may; the row goes, the log keeps that there was one."""
    row = PolicyFacts.objects.filter(committee_id=seat.committee_id, public_code=code).first()
    if row is None:
        raise refuse("没有找到，可能已经删去了。", "wall")
    gone = PolicyFacts(pk=row.pk, committee_id=row.committee_id)
    row.delete()
    return Done(case=gone)


@deletes("policy.forget_facts")
def forget_facts_again(committee_id: int, pk: int) -> None:
    PolicyFacts.objects.filter(committee_id=committee_id, pk=pk).delete()


def forget_due(committee_id: int) -> int:
    """What was kept long enough goes by itself; nothing tells whose it was."""
    with transaction.atomic():
        due = PolicyFacts.objects.select_for_update(of=("self",)).filter(
            committee_id=committee_id, until__lt=today()
        )
        rows = list(due.order_by("pk"))
        for row in rows:
            gone = PolicyFacts(pk=row.pk, committee_id=committee_id)
            row.delete()
            journal.write(
                committee_id=committee_id, person_id=None, verb="policy.forget_facts", case=gone
            )
        return len(rows)
