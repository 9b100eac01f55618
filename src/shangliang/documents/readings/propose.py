"""What the engine found, as proposals: kind, words, place, reason, and what a person may mend."""

import hashlib
import re
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ...engines.text.engine import Reading
from ...engines.text.findings import Place, Task
from ...engines.text.plan_topics import topics_in
from ..models import Extract
from .paras import Para

K = Extract.Kind
_BARE = re.compile(r"[\s\u3000，。、；：！？“”‘’（）《》〈〉【】,.;:!?()\"'*×—\-]+")
# Doubts about the file as a whole stand first; they are no reason to hold a sentence back.
SAID = {"hard": False, "soft": True}
PERIODS = {
    (1, 12): "", (1, 6): "上半年", (7, 12): "下半年", (1, 9): "前三季度",
    (1, 3): "一季度", (4, 6): "二季度", (7, 9): "三季度", (10, 12): "四季度",
}  # fmt: skip


@dataclass
class Proposal:
    """One thing to be decided."""

    kind: str
    text: str
    title: str
    part: int
    first: int
    last: int
    paragraph: int = 0
    start: int = 0
    end: int = 0
    section: str = ""
    why: str = ""
    certain: bool = False
    soft: bool = False
    data: dict[str, Any] = field(default_factory=dict)
    key: str = ""
    number: int = 0


def bare(text: str) -> str:
    """The words alone: what stays the same when a comma or a wrap is mended."""
    return _BARE.sub("", text)


def key_of(kind: str, text: str, title: str, turn: int = 0) -> str:
    """The stable address of a extract: its kind and words, and which of several such."""
    words = f"{kind}|{bare(text)}|{bare(title)}|{turn}"
    return hashlib.sha256(words.encode()).hexdigest()[:40]


class Places:
    """Where the engine's places stand among the paragraphs shown."""

    def __init__(self, rows: list[Para], by_rank: dict[tuple[int, int], Para]) -> None:
        self.by_rank = by_rank
        self.order = {id(row): n for n, row in enumerate(rows)}
        self.by_line: dict[int, list[Para]] = {}
        for row in rows:
            for line in {line for _, line in row.breaks}:
                self.by_line.setdefault(line, []).append(row)

    def of(self, place: Place) -> tuple[int, int, int]:
        """(paragraph, start, end) of a place."""
        row = self.by_rank[place.document, place.paragraph]
        start, end = row.span(place.start, place.end)
        return self.order[id(row)], start, end

    def words(self, text: str, lines: tuple[int, int]) -> tuple[int, int, int, int]:
        """(part, paragraph, start, end) of words looked up on their lines; the line itself if torn."""
        rows = [row for line in range(lines[0], lines[1] + 1) for row in self.by_line.get(line, ())]
        for row in rows:
            at = row.text.find(text) if text else -1
            if at >= 0:
                return row.part, self.order[id(row)], at, at + len(text)
        if rows:
            row = rows[0]
            start = next((at for at, line in row.breaks if line == lines[0]), 0)
            end = next((at for at, line in row.breaks if line > lines[1]), len(row.text))
            return row.part, self.order[id(row)], start, end
        return 1, 0, 0, 0


def proposals(reading: Reading, places: Places) -> list[Proposal]:
    """Everything proposed of a reading, in the order of the source."""
    found = [
        *clauses(reading, places),
        *tasks(reading, places),
        *figures(reading, places),
        *gaps(reading, places),
        *topics(reading, places),
        *flags(reading, places),
    ]
    found.sort(key=lambda p: (p.part, p.paragraph, p.start, p.kind))
    turns: Counter[str] = Counter()
    numbers: Counter[tuple[str, bool]] = Counter()
    for row in found:
        base = key_of(row.kind, row.text, row.title)
        row.key = key_of(row.kind, row.text, row.title, turns[base])
        turns[base] += 1
        numbers[row.kind, row.soft] += 1
        row.number = numbers[row.kind, row.soft]
    return found


def clauses(reading: Reading, places: Places) -> list[Proposal]:
    """The outline, each heading a clause with the address of its markers."""
    out = []
    for number, document in enumerate(reading.documents):
        path: list[tuple[int, str]] = []
        for heading in document.outline:
            while path and path[-1][0] >= heading.level:
                path.pop()
            path.append((heading.level, heading.marker.words.strip("、.． ") or "·"))
            paragraph = document.speech.body[heading.paragraph]
            start = heading.marker.start
            lines = paragraph.words.lines(start, heading.end)
            place = Place(number, heading.paragraph, start, heading.end, lines)
            order, first, last = places.of(place)
            words = paragraph.words.words(heading.start, heading.end).strip()
            said = paragraph.words.words(start, heading.end).strip()
            address = ".".join([str(number + 1), *(marker for _, marker in path)])
            out.append(
                Proposal(
                    K.CLAUSE, said, words[:400], number + 1, *lines, order, first, last,
                    certain=True, data={"address": address[:120], "level": heading.level},
                )
            )  # fmt: skip
    return out


def tasks(reading: Reading, places: Places) -> list[Proposal]:
    """Demands; the soft ones ask nobody in particular and become no task by themselves."""
    out = []
    for task in reading.findings.tasks:
        place = task.place
        data = {
            "action": task.action,
            "object": task.object,
            "lead": list(task.lead),
            "partners": list(task.partners),
            "deadline": task.deadline,
            "due": task.due,
            "quantity": task.quantity,
        }
        soft = SAID.get(task.kind, True)
        printed = bool(task.lead) and task.confidence >= 1  # 文中印明分工
        title = title_of(task)
        out.append(
            Proposal(
                K.TASK, task.text, title[:300], place.document + 1, *place.lines,
                *places.of(place), section=task.section, why=task.reason[:400],
                certain=printed, soft=soft, data=data,
            )
        )  # fmt: skip
    return out


_PRINTED = re.compile(r"[（(](?:牵头|责任|配合|主办|协办|参与)[^（）()]{1,300}[）)]")
_ACTOR = re.compile(
    r"^(?:希望|请|要求|责成)?(?P<who>[^，。；]{0,24}?)(?:要|须|应当|应|负责)(?![求点素])"
)
_MARKER = re.compile(r"^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.．、])")
LONGEST = 120


def title_of(task: Task) -> str:
    """The demand without the one it is put to: the unit stands in a field of its own."""
    words = _MARKER.sub("", _PRINTED.sub("", task.text).strip()).rstrip("。；;，,")
    names = [name for name in (*task.lead, *task.partners) if name]
    said = _ACTOR.match(words)
    if said and (not said["who"] or any(name[-3:] in said["who"] for name in names)):
        words = words[said.end() :]
    else:
        for name in names:
            words = re.sub(
                rf"^(?:希望|请|要求|责成|由)?{re.escape(name)}(?:要|负责)?，?", "", words
            )
    short = f"{task.action}{task.object}".strip()
    if len(words) <= LONGEST:
        return words or short or task.text
    return short or words.split("。")[0][:300]


def figures(reading: Reading, places: Places) -> list[Proposal]:
    """Measured figures with region, indicator, value; targets and suppositions say so."""
    doubted = [(f.lines, f.text) for f in reading.findings.flags]
    out = []
    for row in reading.findings.indicators:
        place = row.place
        value = row.value
        data = {
            "region": row.region,
            "indicator": row.indicator,
            "value": value,
            "high": row.high,
            "unit": row.unit,
            "period": period_said(row.when) or row.period,
            "said": row.period,
            "comparison": row.comparison,
            "sort": row.kind,
        }
        in_doubt = any(
            text and text in row.text for lines, text in doubted if lines[0] <= place.lines[1]
        )
        certain = bool(row.region and row.indicator and value is not None and row.period)
        out.append(
            Proposal(
                K.INDICATOR, row.text, figure_words(data)[:400], place.document + 1,
                *place.lines, *places.of(place), why=row.note[:400],
                certain=certain and not row.note and not in_doubt, data=data,
            )
        )  # fmt: skip
    return out


def period_said(when: str) -> str:
    """The period of two days as offices say it, with its year: 2026年上半年, 2026年1—5月."""
    try:
        first, last = (date.fromisoformat(day) for day in when.split("/"))
    except ValueError:
        return ""
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if not whole or first.year != last.year:
        return ""
    a, b = first.month, last.month
    if a == b:
        return f"{first.year}年{a}月"
    if (a, b) in PERIODS:
        return f"{first.year}年{PERIODS[a, b]}"
    return f"{first.year}年1—{b}月" if a == 1 else ""


def figure_words(data: dict[str, Any]) -> str:
    """A figure in one line: 四泉县 生产总值增速 −0.9%."""

    def said(value: float | None) -> str:
        if value is None:
            return "—"
        return f"{value:g}".replace("-", "−")

    value = said(data.get("value"))
    if data.get("high") is not None:
        value = f"{value}至{said(data['high'])}"
    head = " ".join(filter(None, [data.get("region"), data.get("indicator")]))
    return f"{head} {value}{data.get('unit') or ''}".strip()


def gaps(reading: Reading, places: Places) -> list[Proposal]:
    return [
        Proposal(
            K.GAP, gap.text, gap.subject[:300], gap.place.document + 1, *gap.place.lines,
            *places.of(gap.place), data={"subject": gap.subject, "target": gap.target},
            why=f"文中同处的目标：{gap.target}"[:400] if gap.target else "",
        )
        for gap in reading.findings.gaps
    ]  # fmt: skip


def topics(reading: Reading, places: Places) -> list[Proposal]:
    """Matters of a year's plan with their form (S-025)."""
    return [
        Proposal(
            K.TOPIC, topic.text, topic.title[:300], topic.place.document + 1, *topic.place.lines,
            *places.of(topic.place), section=topic.section,
            why=f"原文写作“{topic.form_words}”"[:400],
            data={"form": topic.form, "aim": topic.aim},
        )
        for topic in topics_in(reading)
    ]  # fmt: skip


def flags(reading: Reading, places: Places) -> list[Proposal]:
    """Doubts: why, and what a person may do. The text is never changed."""
    out = []
    for flag in reading.findings.flags:
        part, order, start, end = places.words(flag.text, flag.lines)
        out.append(
            Proposal(
                K.FLAG, flag.text, flag.kind, part, *flag.lines, order, start, end,
                why=flag.why[:400], data={"suggestion": flag.suggestion},
            )
        )  # fmt: skip
    return out
