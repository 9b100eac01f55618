"""How far a line of the plan is that is work of the members, not a meeting."""

from datetime import date

from .models import PlanItem


def carried_out(row: PlanItem, day: date) -> tuple[str, str, str]:
    """Work that is no meeting is told by its nodes: the column of the board, the words, the tone."""
    nodes = list(row.milestones.all())
    done = sum(1 for m in nodes if m.done_on)
    if nodes and done == len(nodes):
        return "closed", "已开展", "ok"
    if row.window_to < day:
        return "", "窗口已过，没有记完成", "late"
    return ("planned", "进行中", "") if done else ("", "还没开展", "")
