"""灯: how a task stands today, by the rulebook in force, on a preset (presets/rules.toml). A shape and a word."""

from dataclasses import dataclass, replace
from datetime import date

from django.core.cache import cache

from ..engines.calendar import Calendar, remaining
from ..procedures.office_calendar import today
from ..rulebooks.queries import NoRulebook, in_force, rules_of
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
    """The lamps asked for as their preset has them; the progress lamps when nothing is asked."""
    ways = rules().lamps
    return ways.get(key or "", ways["progress"])


def way_of(committee_id: int, asked: str | None = None) -> Lamps:
    """The lamps of the rulebook in force today, or those asked for beside them."""
    return beside(ruled_way(committee_id), asked)


def beside(ruled: Lamps, asked: str | None) -> Lamps:
    """The other preset, when one wants to compare; nonsense is the rulebook's own."""
    return way_named(asked) if asked in rules().lamps and asked != ruled.key else ruled


MINUTE = 60


def ruled_way(committee_id: int) -> Lamps:
    """As the rulebook has it, remembered for a minute: rulebooks begin on a day, seldom on another."""
    found: Lamps | None = cache.get(key := f"lamps:{committee_id}:{today()}")
    if found is None:
        found = in_book(committee_id)
        cache.set(key, found, MINUTE)
    return found


def in_book(committee_id: int) -> Lamps:
    """The preset the rulebook names, with its numbers and its own name as the source.

    A committee without a rulebook has the progress lamps.
    """
    try:
        book = in_force(committee_id, today())
    except NoRulebook:
        return way_named(None)
    ruled = rules_of(book).supervision
    way = way_named(ruled.lamps)
    since = f"，{book.valid_from:%Y-%m-%d} 起施行" if book.valid_from else ""
    return replace(
        way,
        near=ruled.near,
        behind=ruled.behind,
        serious=ruled.serious if way.key == "progress" else way.serious,
        source=f"{way.source}。本地：《{book.name}》第 {book.version} 版{since}",
        book=book.pk,
    )
