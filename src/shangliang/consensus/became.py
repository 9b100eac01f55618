"""What became of each point, as it stands today: a task's state, the answer to a recommendation."""

from ..tasks.flow import TASK
from ..tasks.models import Task
from ..topics.models import Advice
from .models import FollowUp, Round


def followed(round_: Round) -> list[FollowUp]:
    """The dated sentences, each with ``now``: how far what it led to has come (two questions in all)."""
    rows = list(round_.followed.select_related("statement"))
    own = {"committee_id": round_.committee_id}
    tasks = {
        t.pk: TASK.label_of(t.state)
        for t in Task.objects.filter(**own, pk__in=linked(rows, "task")).only("pk", "state")
    }
    advices = {
        a.pk: a.get_outcome_display() or ("等答复" if a.result.number else "拟稿中")
        for a in Advice.objects.filter(**own, pk__in=linked(rows, "advice")).select_related(
            "result"
        )
    }
    for row in rows:
        found = {"task": tasks, "advice": advices}.get(row.link_type, {})
        row.now = found.get(row.link_id or 0, "")  # type: ignore[attr-defined]
    return rows


def linked(rows: list[FollowUp], kind: str) -> list[int]:
    return [r.link_id for r in rows if r.link_type == kind and r.link_id]


def words(row: FollowUp) -> str:
    """The sentence and how it stands."""
    now: str = getattr(row, "now", "")
    return f"{row.text}（现在：{now}）" if now else row.text
