"""A topic followed by everybody: the steps of ``parts/steps.html`` and each with its day."""

from typing import Any

from ..web.tagkit.dates import md
from .models import Consultation, Topic


def steps_of(row: Topic, main: Topic, held: list[Consultation]) -> list[dict[str, Any]]:
    """收到 → 选定 → 商量 → 对方答复 → 办结; a topic not chosen ends at its reason."""
    last = held[-1] if held else None
    if main.state == "declined" or (row.state == "declined"):
        return [
            {"label": "收到", "note": md(row.made_at), "state": "done"},
            {"label": "未选用", "note": md(row.decided_on), "state": "part", "current": True},
        ]
    state = last.state if last else ""
    marks = (
        ("收到", md(row.made_at), True),
        (
            "选定",
            md(main.decided_on) if main.state != "pool" else "",
            main.state in ("chosen", "planned", "done"),
        ),
        (
            "坐下来商量",
            md(last.held_on) if last else "",
            state in ("held", "recorded", "answered", "closed"),
        ),
        ("对方答复", "", state in ("answered", "closed")),
        ("办结", md(last.closed_on) if last else "", state == "closed"),
    )
    found: list[dict[str, Any]] = []
    now = True
    for label, note, done in marks:
        if done:
            found.append({"label": label, "note": note, "state": "done"})
        elif now:
            found.append({"label": label, "note": "正在", "state": "now", "current": True})
            now = False
        else:
            found.append({"label": label, "note": "", "state": ""})
    return found
