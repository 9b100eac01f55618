"""Whom a promise's clock concerns: the unit; when late, the office too."""

from collections import defaultdict

from ..actors.models import Tie
from ..procedures.models import Clock
from ..procedures.office_calendar import today
from ..procedures.reminders import DESCRIBE, Reminder
from .models import Task

# A promise is given months ahead, so its unit is reminded two working weeks before.
NEAR = 10


def promises(clocks: list[Clock]) -> dict[int, Reminder]:
    """Reminders of promise clocks."""
    tasks = Task.objects.in_bulk([clock.about_id for clock in clocks])
    owners: dict[int, list[int]] = defaultdict(list)
    office: dict[int, list[int]] = defaultdict(list)
    ties = Tie.objects.on(today()).filter(
        committee_id__in={c.committee_id for c in clocks},
        kind__in=[
            Tie.Kind.UNIT_STAFF,
            Tie.Kind.UNIT_HEAD,
            Tie.Kind.SUPERVISOR,
            Tie.Kind.CLERK,
        ],
    )
    for kind, who, whom, committee in ties.values_list("kind", "who_id", "whom_id", "committee_id"):
        if kind in (Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD):
            owners[whom].append(who)
        else:
            office[committee].append(who)
    return {
        clock.pk: Reminder(
            near=NEAR,
            to=tuple(owners[task.owner_id]),
            late_to=tuple(office[clock.committee_id]),
            text=task.title,
            url=f"/tasks/{task.pk}/",
        )
        for clock in clocks
        if (task := tasks.get(clock.about_id)) and task.state == "doing"
    }


DESCRIBE["task"] = promises
