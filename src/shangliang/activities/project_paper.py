"""The report of a project (调研报告): question, findings with the notes they rest on, credits."""

from ..engines.papers.official import Report, Section
from ..procedures.office_calendar import today
from .models import Finding, Partner, Project


def report_of(project: Project, issuer: str) -> Report:
    """Each finding names its notes by number; the notes stand at the end, in order."""
    notes = list(project.notes.select_related("by"))
    numbers = {note.pk: n for n, note in enumerate(notes, 1)}
    found = project.findings.prefetch_related("notes").select_related("unit")
    partners = list(project.partners.select_related("who"))
    sections = [
        Section.of("一、要弄清什么", project.question),
        Section.of(
            "二、发现", "\n".join(line(n, f, numbers) for n, f in enumerate(found, 1)) or "还没有。"
        ),
        Section.of("三、参加调研的单位和人员", "\n".join(credits(project, partners))),
        Section.of(
            "四、调研记录",
            "\n".join(
                f"记录{n}：{note.on:%Y-%m-%d} {note.place} {note.way}（{note.by.name}）{note.text}"
                for n, note in enumerate(notes, 1)
            )
            or "还没有。",
        ),
    ]
    return Report(
        title=f"{project.title}调研报告",
        subtitle="",
        sections=sections,
        issuer=issuer,
        date=today(),
    )


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
