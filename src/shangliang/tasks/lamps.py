"""灯: how a task stands today, by a published rule (presets/rules.toml). A shape and a word."""

from dataclasses import dataclass
from datetime import date

from ..engines.calendar import Calendar, remaining
from .rules import Lamps, rules

# group -> its order on the board: what burns first stands first.
GROUPS = {
    "late": "逾期",
    "serious": "严重滞后",
    "undated": "没写时限",
    "contested": "等裁定",
    "behind": "落后计划",
    "near": "临期",
    "offered": "待签收",
    "reported": "待核实",
    "plan": "按计划",
    "paused": "暂停",
    "verified": "已核实销号",
    "dropped": "已取消",
}
ORDER = {key: n for n, key in enumerate(GROUPS)}
TONES = {"red": "late", "yellow": "near", "blue": "act", "pause": "mute"}


@dataclass(frozen=True)
class Lamp:
    """``light`` is the shape, ``word`` what it says, ``group`` where the board counts it.

    ``plan``: percent that should be done by today, evenly over the days from start to due.
    """

    light: str
    word: str
    group: str
    plan: int | None = None

    @property
    def tone(self) -> str:
        return TONES.get(self.light, "ok")


def planned(started: date, due: date | None, day: date) -> int | None:
    """Percent of the days from start to due that are gone; None without a due day."""
    if due is None:
        return None
    whole = (due - started).days
    if whole <= 0 or day >= due:
        return 100
    return max(0, round(100 * (day - started).days / whole))


def lamp_of(
    way: Lamps,
    calendar: Calendar,
    day: date,
    *,
    state: str,
    percent: int,
    started_on: date,
    due_on: date | None,
) -> Lamp:
    """Ended, paused and unsigned ones say so; then overdue, far behind, behind, near, on plan."""
    if state == "verified":
        return Lamp("done", "已核实销号", "verified")
    if state == "dropped":
        return Lamp("pause", "已取消", "dropped")
    if state == "reported":
        return Lamp("done", "已报办结", "reported", 100)
    plan = planned(started_on, due_on, day)
    if state == "paused":
        return Lamp("pause", "暂停", "paused", plan)
    if due_on is None:
        return Lamp("red", "没写时限", "undated")
    left = remaining(day, due_on, calendar)
    if left.overdue:
        return Lamp("red", left.words, "late", plan)
    gap = (plan or 0) - percent
    soft = "blue" if way.key == "sheets" else "yellow"
    if state == "contested":
        return Lamp("yellow", "申请改派，等裁定", "contested", plan)
    if gap >= way.serious:
        return Lamp("red", f"落后 {gap} 个百分点", "serious", plan)
    if gap >= way.behind:
        return Lamp("yellow", f"落后 {gap} 个百分点", "behind", plan)
    if left.workdays <= way.near:
        return Lamp(soft, left.words, "near", plan)
    if state == "offered":
        return Lamp("yellow", "待签收", "offered", plan)
    return Lamp("green", "按计划", "plan", plan)


def way_named(key: str | None) -> Lamps:
    """The lamps asked for; the progress lamps when nothing or nonsense is asked."""
    ways = rules().lamps
    return ways.get(key or "", ways["progress"])
