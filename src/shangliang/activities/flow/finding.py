"""发现流程: a supervisory finding stays open until a second visit confirms with both photos (S-022)."""

from typing import Any

from ...procedures.table import Move, Table
from . import when, who

STATES = {
    "open": "待整改",
    "answered": "单位已答复，待复查",
    "confirmed": "已复查销号",
    "filed": "已归档",
}
OPEN = ("open", "answered")

# fmt: off
FINDING = Table(
    name="finding",
    label="发现",
    states=STATES,
    initial="open",
    moves=(
        Move("name_unit", "交有关单位", ("open",), None, who.manager, form=True, phase="察",
             says="交有关单位"),
        Move("answer_finding", "答复", ("open",), "answered", who.unit_named, form=True, phase="办",
             says="单位答复"),
        Move("hand_over", "转为任务", OPEN, None, who.judge, (when.has_unit, when.no_task),
             form=True, phase="办", says="转为任务"),
        Move("confirm_finding", "复查销号", OPEN, "confirmed", who.judge, (when.supervisory,),
             form=True, phase="效", says="第二次到场，复查销号"),
        Move("find_again", "复查仍未改", ("answered",), "open", who.judge, form=True, refusal=True,
             phase="效", says="复查仍未改"),
        Move("link_notes", "连上调研记录", ("open", "answered", "filed"), None, who.manager,
             form=True, phase="察", says="连上调研记录"),
        Move("file_finding", "归档", OPEN, "filed", who.manager, (when.not_supervised,),
             phase="察", says="归档"),
    ),
    final=frozenset({"confirmed", "filed"}),
)
# fmt: on


def state_words(finding: Any) -> str:
    """What the state is called: a good practice or a suggestion waits for nobody to mend it."""
    if finding.state == "open" and finding.kind != "problem":
        return "待归档"
    return STATES[finding.state]
