"""Papers of this room: what a sitting takes along and keeps, a sheet to speak from, a study's outcome.

Numbers stand before the lines in words, so that they are the same in Word, in PDF and read aloud.
"""

from collections.abc import Iterable
from typing import Any

from ..actors.models.term import numeral
from ..engines.papers.official import Para, Report, Section, chinese_date
from ..procedures.office_calendar import today
from .flow.handin import STATES
from .models import Call, Covered, Handin, Sitting, SittingPoint, StudySheet, VagueMeasure
from .pack import pack_of


def part(number: int, heading: str, lines: Iterable[str], none: str = "没有。") -> Section:
    """一、heading, and its lines."""
    return Section(f"{numeral(number)}、{heading}", [Para(line) for line in lines] or [Para(none)])


def listed(lines: Iterable[str]) -> list[str]:
    """1. 2. 3."""
    return [f"{n}. {line}" for n, line in enumerate(lines, 1)]


def sitting_paper(row: Sitting) -> Report:
    """Figures of today, what is late, what is asked; then what was said and decided."""
    points = list(row.points.all())
    parts: list[tuple[str, list[str]]] = []
    if row.readings:
        parts.append(("材料", listed(row.readings)))
    if row.kind == Sitting.Kind.HEARING:
        made = pack_of(row)
        figures = [f"{label}：{'，'.join(said)}。" for label, said in made.figures]
        parts.append((f"今年以来的工作（截至{chinese_date(today())}）", figures))
        late = [f"{t.title}（{t.owner}，{chinese_date(t.due_on)}到期）" for t in made.late]
        parts.append(("逾期、需要协调的事项", listed(late)))
    for kind, label in SittingPoint.Kind.choices:
        said = [f"{p.speaker}：{p.text}" if p.speaker else p.text for p in points if p.kind == kind]
        if said:
            parts.append((label, listed(said)))
    return Report(
        title=row.title,
        subtitle=f"{row.get_kind_display()}　{chinese_date(row.on)}　{row.place}".strip(),
        sections=[part(n, heading, lines) for n, (heading, lines) in enumerate(parts, 1)],
        issuer=row.committee.name,
        date=row.on,
    )


def sheet_paper(row: StudySheet) -> Report:
    """A sheet as an outline to speak from, step by step."""
    entries = list(row.entries.select_related("answers"))
    sections = []
    for number, step in enumerate(row.campaign.steps):
        lines = []
        for n, entry in enumerate((e for e in entries if e.step == number), 1):
            words = f"{n}. {entry.text}"
            if entry.answers:
                words += f"（针对：{entry.answers.text}）"
            if entry.due_on:
                words += f"，{chinese_date(entry.due_on)}前"
            lines += [words] + ([f"结果：{entry.result}"] if entry.result else [])
        sections.append(part(number + 1, step["name"], lines, "（本表没有这一步）"))
    return Report(
        title=f"{row.unit}研讨发言提纲",
        subtitle=row.campaign.title,
        sections=sections,
        issuer=str(row.unit),
        date=today(),
    )


def study_paper(row: Call, reports: list[Handin], tasks: list[dict[str, Any]]) -> Report:
    """Units in their order: contents with the passage, measures that lack something; then tasks."""
    late = [str(h.unit) for h in reports if h.state in ("asked", "returned")]
    head = f"应交 {len(reports)} 个单位，已交 {len(reports) - len(late)} 个"
    head += f"；没交或待补：{'、'.join(late)}。" if late else "。"
    covered: dict[int, list[Covered]] = {}
    vague: dict[int, list[VagueMeasure]] = {}
    own = {"committee_id": row.committee_id, "handin__call": row}
    for found in Covered.objects.filter(**own).select_related("content"):
        covered.setdefault(found.handin_id, []).append(found)
    for measure in VagueMeasure.objects.filter(**own).exclude(verdict=VagueMeasure.Verdict.FINE):
        vague.setdefault(measure.handin_id, []).append(measure)
    sections = [Section("", [Para(head)])]
    for n, report in enumerate(reports, 1):
        lines = (
            [STATES["asked"]]
            if report.state == "asked"
            else unit_lines(report, covered.get(report.pk, []), vague.get(report.pk, []))
        )
        sections.append(part(n, str(report.unit), lines))
    if tasks:
        lines = []
        for task in tasks:
            due = f"，{chinese_date(task['task'].due_on)}前" if task["task"].due_on else ""
            late_word = "，逾期" if task["late"] else ""
            lines.append(
                f"{task['task'].title}（{task['task'].owner}{due}，{task['state']}{late_word}）"
            )
        sections.append(part(len(reports) + 1, "立为任务的", listed(lines)))
    return Report(
        title=row.title,
        subtitle=row.get_kind_display(),
        sections=sections,
        issuer=row.committee.name,
        date=today(),
    )


def unit_lines(report: Handin, covered: list[Covered], vague: list[VagueMeasure]) -> list[str]:
    """One unit's part of the outcome."""
    lines = []
    for found in covered:
        words = f"{found.content.name}（{found.label}）"
        lines.append(f"{words}：{found.passage}" if found.passage else words)
    lines.append(f"举措 {report.measures} 条，要补的 {report.vague} 条。")
    lines += listed(f"{m.text}（缺：{'、'.join(m.lacks)}）" for m in vague)
    remark = next(iter(report.remarks.all()), None)
    if remark and remark.text:
        lines.append(f"点评：{remark.text}")
    return lines
