"""认领: a reply's promise is the visible act that makes a task of it. Called by delivery."""

from datetime import date

from django.db import models

from ...journal.kinds import type_of
from ...procedures import clocks
from ...procedures.office_calendar import today
from ..clock import set_clock
from ..models import Task


def promise(
    *,
    committee_id: int,
    owner_id: int,
    title: str,
    due_on: date | None,
    person_name: str,
    basis: str,
    source: models.Model,
    case: models.Model,
) -> Task:
    """One commitment a source: a later round's promise renews the open one, keeping its first date.

    Its clock runs to the promised day, long after the proposal itself is closed.
    """
    found = Task.objects.filter(
        committee_id=committee_id,
        source_type=type_of(source),
        source_id=source.pk,
        state="doing",
    ).first()
    if found:
        if found.owner_id != owner_id:
            clocks.drop(found)
        found.title, found.due_on, found.basis = title[:300], due_on, basis[:200]
        found.first_due_on = found.first_due_on or due_on
        found.owner_id, found.person_name = owner_id, person_name
        found.basis_on = today()
        found.save()
        set_clock(found)
        return found
    task = Task.objects.create(
        committee_id=committee_id,
        kind=Task.Kind.PROMISE,
        title=title[:300],
        owner_id=owner_id,
        person_name=person_name,
        basis=basis[:200],
        basis_kind=Task.Basis.CLAIMED,
        basis_on=today(),
        accepted_on=today(),
        source_type=type_of(source),
        source_id=source.pk,
        case_type=type_of(case),
        case_id=case.pk,
        started_on=today(),
        due_on=due_on,
        first_due_on=due_on,
    )
    set_clock(task)
    return task
