"""协商成果：付表决."""

from collections.abc import Sequence

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import RESULT
from ..models import Adoption, Elector, Result
from ..presets import result_kinds, vote_rules
from ..telling import tell


@verb(RESULT, "open_vote", Result)
def open_vote(
    case: Result,
    seat: Seat,
    *,
    kind: str,
    people: Sequence[int],
    rule: str = "half_all",
    body: str = "",
) -> Done:
    """The roll is fixed now; everybody on it is told."""
    if kind not in Adoption.Kind.values:
        raise refuse("请选记名还是无记名。")
    if rule not in vote_rules():
        raise refuse("请选通过条件。")
    wanted = set(people)
    found = Actor.objects.filter(
        committee_id=case.committee_id, pk__in=wanted, kind=Actor.Kind.PERSON, active=True
    ).count()
    if found != len(wanted) or not wanted:
        raise refuse("请从本级名册里选表决的人。")
    if len(wanted) < 3:
        raise refuse("表决的人至少三位；人再少，无记名就藏不住谁投了什么。")
    row = Adoption.objects.create(
        committee_id=case.committee_id,
        result=case,
        kind=kind,
        body=(body.strip() or result_kinds()[case.kind].body)[:60],
        rule=rule,
        opened_on=today(),
    )
    Elector.objects.bulk_create(
        Elector(
            committee_id=case.committee_id,
            adoption=row,
            secret=kind == "secret",
            person_id=pk,
        )
        for pk in sorted(wanted)
    )
    how = row.get_kind_display()
    tell(case, wanted, "result.vote", f"请表决（{how}）：{case.title}", seat, needs_act=True)
    return Done(detail={"kind": kind, "count": len(wanted), "rule": rule})
