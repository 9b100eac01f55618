"""What was agreed, and what became of it: a task's state, the answer to a recommendation."""

from typing import Any

from ..procedures.verdicts import refuse
from ..tasks.flow import TASK
from ..tasks.models import Task
from ..topics.models import Advice
from .models import FollowUp, Round, Statement


def agreed(round_: Round) -> dict[int, dict[str, Any]]:
    """{statement's number: its row} of what each group, or nearly everybody, said one way."""
    rows = round_.outcome.answer["rows"]
    return {row["statement"]: row for row in rows if row["kind"] in ("core", "near")}


def point_of(round_: Round, number: int) -> tuple[Statement, dict[str, Any]]:
    """An agreed point with its row. Raises ``Refused``: what divides people is not decided for them."""
    statement = round_.statements.filter(number=number, state="shown").first()
    if statement is None:
        raise refuse(f"没有第 {number} 条。")
    row = agreed(round_).get(number)
    if row is None:
        raise refuse("这一条还没有谈拢，不能当成大家的意思去办；可以带进下一轮。")
    return statement, row


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
