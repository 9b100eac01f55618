"""The first draft of the minutes, from what was recorded: present, spoke, agreed, open, minority.

Nothing is invented: a line that was not recorded is not written.
"""

from django.utils import timezone

from .models import Consultation, Party, Point, Speech

NUMERALS = "一二三四五六七八九十"
SIDES = {"asks": "协商方", "answers": "答复方", "expert": "专家", "public": "群众、企业代表"}


def named(row: Party) -> str:
    """张三（市住建局局长）, 李四（王五代）."""
    extra = "，".join(x for x in (row.title, f"{row.deputy}代" if row.deputy else "") if x)
    return f"{row.name}（{extra}）" if extra else row.name


def draft_of(case: Consultation) -> str:
    """Headings 一、… as papers of offices have them."""
    parties, speeches = list(case.parties.all()), list(case.speeches.select_related("party"))
    points = list(case.points.all())
    blocks = [opening(case)]
    parts = [attendance(parties), *said(case, speeches), *results(points)]
    for n, (head, lines) in enumerate([p for p in parts if p[1]], 1):
        mark = NUMERALS[n - 1] if n <= 10 else str(n)
        blocks.append("\n".join([f"{mark}、{head}", *lines]))
    return "\n\n".join(blocks)


def opening(case: Consultation) -> str:
    """When, where, who held it, about what."""
    day = case.held_on or (timezone.localtime(case.starts_at).date() if case.starts_at else None)
    when = f"{day.year}年{day.month}月{day.day}日" if day else ""
    where = f"在{case.place}" if case.place else ""
    chair = f"{case.chair}主持会议。" if case.chair else ""
    return f"{when}，{case.lead}{where}就“{case.title}”召开{case.kind.label}。{chair}"


def attendance(parties: list[Party]) -> tuple[str, list[str]]:
    """到会 by side, then who was absent."""
    lines = []
    for side, label in SIDES.items():
        came = [named(p) for p in parties if p.side == side and p.came]
        if came:
            lines.append(f"{label}：{'、'.join(came)}。")
    absent = [p.name for p in parties if p.came is False]
    if absent:
        lines.append(f"未到会：{'、'.join(absent)}。")
    return "到会情况", lines


def said(case: Consultation, speeches: list[Speech]) -> list[tuple[str, list[str]]]:
    """Each part of the meeting with what was said; an answer stands under its question."""
    found = []
    answers: dict[int, list[Speech]] = {}
    for s in speeches:
        if s.spoke and s.replies_to_id:
            answers.setdefault(s.replies_to_id, []).append(s)
    for part in case.kind.parts:
        lines = []
        for s in speeches:
            if s.part != part.key or not s.spoke or s.replies_to_id:
                continue
            topic = f"（{s.topic}）" if s.topic else ""
            lines.append(f"{s.party.name}{topic}：{s.gist}")
            lines += [f"　　{a.party.name}答：{a.gist}" for a in answers.get(s.pk, [])]
        found.append((part.label, lines))
    return found


def results(points: list[Point]) -> list[tuple[str, list[str]]]:
    """What was agreed, what is open, what a minority holds, each in its own list."""

    def lines(kind: str) -> list[str]:
        rows = []
        for n, p in enumerate([p for p in points if p.kind == kind], 1):
            who = f"由{p.owner_name}负责" if p.owner_name else ""
            due = f"{p.due_on.year}年{p.due_on.month}月{p.due_on.day}日前完成" if p.due_on else ""
            tail = "，".join(x for x in (who, due) if x)
            text = p.text.rstrip("。")
            held = f"（{p.held_by}）" if p.held_by else ""
            rows.append(f"{n}. {text}{held}" + (f"，{tail}。" if tail else "。"))
        return rows

    return [
        ("达成的共识", lines("agreed")),
        ("还没有谈拢的", lines("open")),
        ("保留的少数意见", lines("minority")),
    ]
