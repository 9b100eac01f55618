"""Tasks as an office gives them."""

from datetime import timedelta

from shangliang.procedures.office_calendar import today
from shangliang.tasks.actions.assign_task import assign_task
from shangliang.tasks.models import Task


def words(answer):
    return answer.content.decode()


def make(city, title="查清支出慢的原因", unit="housing", days=60, **changes):
    task = assign_task(
        city.seat("supervisor"),
        title=title,
        owner=city.units[unit].pk,
        due_on=today() + timedelta(days=max(days, 0)),
        source_type=changes.pop("source_type", "instruction"),
        source_id=1,
    )
    values = {"due_on": today() + timedelta(days=days)} | changes
    Task.objects.filter(pk=task.pk).update(**values)
    task.refresh_from_db()
    return task
