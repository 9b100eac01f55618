"""The report of a project or of one activity (调研报告、视察报告): what was found, on what it rests, credits."""

from django.utils import timezone

from ..engines.papers.official import Report, Section
from ..procedures.office_calendar import today
from .heads import heads
from .models import Activity, Finding, Partner, Project, Version


def report_of(project: Project, issuer: str) -> Report:
    """As it stands today, not yet a draft: each finding names its notes by number."""
    return Report(
        title=title_of(project),
        subtitle="",
        sections=[Section.of(head, text) for head, text in sections_of(project)],
        issuer=issuer,
        date=today(),
    )


def paper_of(version: Version, issuer: str) -> Report:
    """A kept draft, as it stood: later findings do not come into it."""
    return Report(
        title=title_of(version.of),
        subtitle=f"（第{version.number}稿）",
        sections=[Section.of(head, text) for head, text in version.sections],
        issuer=issuer,
        date=timezone.localdate(version.at),
    )


def title_of(row: Project | Activity) -> str:
    return f"{row.title}调研报告" if isinstance(row, Project) else f"{row.title}情况报告"


def sections_of(row: Project | Activity, advice: str = "") -> list[tuple[str, str]]:
    """(heading, text) of each part; ``advice``: the view taken of it, once a draft is kept."""
    parts = of_project(row) if isinstance(row, Project) else of_activity(row)
    if advice:
        parts.insert(2, ("总的看法和建议", advice))
    return [(f"{'一二三四五六'[n]}、{head}", text) for n, (head, text) in enumerate(parts)]


def of_project(project: Project) -> list[tuple[str, str]]:
    """The notes stand at the end, in order."""
    notes = list(project.notes.select_related("by"))
    numbers = {note.pk: n for n, note in enumerate(notes, 1)}
    found = project.findings.prefetch_related("notes").select_related("unit")
    partners = list(project.partners.select_related("who"))
    written = [
        f"记录{n}：{note.on:%Y-%m-%d} {note.place} {note.way}（{note.by.name}）{note.text}"
        for n, note in enumerate(notes, 1)
    ]
    return [
        ("要弄清什么", project.question),
        ("发现", "\n".join(line(n, f, numbers) for n, f in enumerate(found, 1)) or "还没有。"),
        ("参加调研的单位和人员", "\n".join(credits(project, partners))),
        ("调研记录", "\n".join(written) or "还没有。"),
    ]


def of_activity(activity: Activity) -> list[tuple[str, str]]:
    """When, where, who was there, what was found; each finding says how many cards it rests on."""
    said = heads(activity)
    begin, end = timezone.localtime(activity.starts_at), timezone.localtime(activity.ends_at)
    basis = [
        f"时间：{begin:%Y年%-m月%-d日 %H:%M} 至 {end:%-m月%-d日 %H:%M}。",
        f"地点：{activity.place or '—'}。应到 {said.must} 人，实到 {said.here} 人。",
        *([activity.text] if activity.text else []),
    ]
    found = activity.findings.prefetch_related("cards").select_related("unit")
    return [
        ("基本情况", "\n".join(basis)),
        ("发现", "\n".join(seen(n, f) for n, f in enumerate(found, 1)) or "还没有。"),
    ]


def seen(n: int, finding: Finding) -> str:
    """A finding of an activity with its clause, unit and cards."""
    parts = [f"{n}．{finding.get_kind_display()}：{finding.text.rstrip('。')}。"]
    if finding.clause:
        parts.append(f"对照：{finding.clause.rstrip('。')}。")
    if finding.unit:
        parts.append(f"有关单位：{finding.unit}。")
    if cards := len(finding.cards.all()):
        parts.append(f"依据观察卡 {cards} 张。")
    return "".join(parts)


def line(n: int, finding: Finding, numbers: dict[int, int]) -> str:
    """A finding with what it rests on."""
    rests = "、".join(
        f"记录{numbers[note.pk]}" for note in finding.notes.all() if note.pk in numbers
    )
    unit = f"有关单位：{finding.unit}。" if finding.unit else ""
    return f"{n}．{finding.get_kind_display()}：{finding.text}。{unit}依据：{rests or '观察卡'}。"


def credits(project: Project, partners: list[Partner]) -> list[str]:
    """Who led, who took part and what they did; declared interests are said."""
    said = [f"牵头：{project.leader.name}" + (f"（{project.host}）" if project.host else "")]
    for row in partners:
        parts = [row.work or "参加调研"]
        if row.interest and row.interest not in ("没有", "无"):
            parts.append(f"申报：{row.interest}")
        said.append(f"{row.get_role_display()}：{row.who}，{'；'.join(parts)}")
    return said
