"""从第一声到成效: the timeline, grouped by 察议建办效传, names shown as far as they may be."""

from typing import Any

from ...journal.models import Event
from ...journal.telling import Told, tell
from ...web.tagkit.dates import md
from ..telling import BY_UNIT, OFFICE_OF
from .facts import Facts
from .waiting import Waiting

# Ratings are told without a name to everybody but their writer.
SHIELDED = frozenset({"proposal.rate", "proposal.enter_rating", "proposal.rate_service"})
LATE = frozenset({"proposal.rehandle", "reply.reject_check", "proposal.refuse_filing"})


def namer(facts: Facts) -> Any:
    """Who did it, as this seat may know: the person, the office, or the unit."""
    units = {a.pk: str(a.unit) for a in facts.assignments}
    units |= {r.pk * -1: str(r.assignment.unit) for r in facts.replies}
    mine = {a.pk for a in facts.mine}
    colleagues = mine | {-r.pk for r in facts.replies if r.assignment_id in mine}

    def who(event: Event, move: Any) -> str:
        me = event.person_id == facts.seat.person_id
        if me:
            return "您" if not facts.office else (event.person.name if event.person else "")
        if event.verb == "effect.judge" and not facts.office:
            return "督办机构"
        if event.verb in SHIELDED:
            return "一位提案人" if event.verb == "proposal.rate" else ""
        name = event.person.name if event.person else "系统"
        row = event.about_id if event.about_type == "assignment" else -event.about_id
        if move is not None and move.who in BY_UNIT:
            unit = units.get(row, "")
            return f"{unit} {name}".strip() if facts.office or row in colleagues else unit
        if facts.office:
            return name
        return OFFICE_OF.get(move.who, name) if move is not None else name

    return who


def title_of(item: Told, facts: Facts) -> str:
    """A co-unit's paper is its opinion, not a reply."""
    if item.event.verb == "reply.submit_reply" and item.event.about_type == "reply":
        opinions = {r.pk for r in facts.replies if r.kind == "opinion"}
        if item.event.about_id in opinions:
            return "提会办意见"
    return item.title


def grouped(told: list[Told], whole: bool) -> list[list[Told]]:
    """The same act on the same day by several people is one line: 会签　三人."""
    lines: list[list[Told]] = []
    for item in told:
        last = lines[-1][-1] if lines else None
        same = last and last.event.verb == item.event.verb and last.at.date() == item.at.date()
        if same and not item.text and not whole:
            lines[-1].append(item)
        else:
            lines.append([item])
    return lines


def group_of(item: Told, assigned: bool) -> str:
    """建 until the double rule, whatever the verb's own phase; 效 and 传 stand together."""
    if item.phase in ("效", "传"):
        return "效 · 传"
    if item.phase == "交办" or (item.phase == "办" and not assigned):
        return "建"
    return item.phase


def readable(facts: Facts) -> list[Event]:
    """What happened to a reply this seat may not read is not told either."""
    open_ids = {r.pk for r in facts.replies}
    return [e for e in facts.events if e.about_type != "reply" or e.about_id in open_ids]


def extra(item: Told, facts: Facts) -> str:
    """The sentence's second half; an effect names its ask where the log does not."""
    if item.event.verb.startswith("effect.") and not item.event.detail.get("order"):
        orders = {a.pk: a.order for a in facts.asks}
        for ask_id, rows in facts.effects.items():
            if item.event.about_id in {e.pk for e in rows} and ask_id in orders:
                return (
                    f"第 {orders[ask_id]} 条，{item.text}"
                    if item.text
                    else f"第 {orders[ask_id]} 条"
                )
    return item.text


def story(facts: Facts, waiting: Waiting, whole: bool = False) -> list[dict[str, Any]]:
    """Rows for ``parts/timeline.html``: a head for each group, then its sentences."""
    rows: list[dict[str, Any]] = []
    group, assigned = "", False
    for line in grouped(tell(readable(facts), facts.names, namer(facts), whole), whole):
        item = line[0]
        phase = group_of(item, assigned)
        assigned = assigned or item.cross
        if phase != group:
            group = phase
            rows.append({"phase": phase})
        who = "、".join(dict.fromkeys(i.who for i in line if i.who))
        if item.cross:
            text = f"建议由此成为任务。{item.text}"
        else:
            text = "　".join(part for part in (extra(item, facts), who) if part)
        rows.append(
            {
                "when": md(item.at),
                "title": title_of(item, facts),
                "text": text,
                "kind": "k-late" if item.event.verb in LATE else "" if item.refusal else "k-ok",
                "cross": item.cross,
            }
        )
    if waiting.who:
        due = waiting.light.due if waiting.light else None
        rows.append(
            {
                "when": f"{md(due)} 止" if due else "现在",
                "title": f"等{waiting.who}",
                "text": waiting.light.word if waiting.light else "",
                "kind": "k-now",
            }
        )
    return rows
