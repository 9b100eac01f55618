"""Clocks as a page shows them: a lamp with its words, and the table of all clocks."""

from dataclasses import dataclass
from datetime import date

from ...engines.calendar import lamp, remaining
from ...procedures.models import Clock
from ...procedures.office_calendar import calendar_of, today
from ...rulebooks.body import ProposalRules


@dataclass(frozen=True)
class Light:
    """What a lamp says: its colour's name and its words."""

    light: str
    word: str
    due: date | None = None
    late: bool = False
    note: str = ""


def near_of(rules: ProposalRules, kind: str) -> int:
    """From how many working days on a clock of this kind is yellow."""
    found = rules.clocks.get(kind) or rules.clocks.get(f"{kind}_plenary")
    return found.near if found else 3


def light_of(clock: Clock, rules: ProposalRules | None = None) -> Light:
    """The lamp of one clock today; a paused or met clock says so instead of counting."""
    calendar, day = calendar_of(clock.committee_id), today()
    provisional = clock.provisional and clock.running
    note = f"暂定，{clock.due_on.year} 年放假安排未公布" if provisional else ""
    if clock.dropped_on:
        return Light("pause", "不再计", clock.due_on)
    if clock.met_on:
        if clock.met_on <= clock.due_on:
            return Light("done", "按时", clock.due_on)
        past = remaining(clock.met_on, clock.due_on, calendar)
        return Light("done", f"迟 {past.workdays} 个工作日办成", clock.due_on, late=True)
    if clock.paused_on:
        return Light("pause", f"{clock.paused_on:%-m-%d} 起暂停", clock.due_on, note=note)
    near = near_of(rules, clock.kind) if rules else 3
    colour = lamp(day, clock.due_on, calendar, near, False, None)
    left = remaining(day, clock.due_on, calendar)
    return Light(colour, left.words, clock.due_on, left.overdue, note)


def light_of_day(due: date | None, committee_id: int, near: int = 10) -> Light:
    """The lamp of a plain date (a promise), without a clock."""
    if due is None:
        return Light("yellow", "没有时限")
    calendar, day = calendar_of(committee_id), today()
    left = remaining(day, due, calendar)
    return Light(lamp(day, due, calendar, near, False, None), left.words, due, left.overdue)


def clock_rows(clocks: list[Clock], rules: ProposalRules) -> list[dict[str, object]]:
    """The table of clocks: what, until when, kept or not. Cancelled ones are left out."""
    rows = []
    for clock in clocks:
        if clock.dropped_on:
            continue
        light = light_of(clock, rules)
        label = f"第 {clock.round} 轮{clock.label}" if clock.round > 1 else clock.label
        notes = [str(clock.unit)] if clock.unit_id else []
        if clock.due_on != clock.first_due_on:
            notes.append(f"原定 {clock.first_due_on:%-m-%d}")
        if clock.pause_reason and clock.paused_on:
            notes.append(clock.pause_reason)
        if light.note:
            notes.append(light.note)
        rows.append({"label": label, "notes": notes, "due": clock.due_on, "light": light})
    return rows
