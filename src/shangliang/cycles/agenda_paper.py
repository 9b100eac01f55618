"""议程 and 纪要 of an organ's meeting, as papers: the minutes are a skeleton of what is on record."""

from ..actors.models.term import numeral
from ..documents.models import Document
from ..engines.papers.official import Para, Report, Section, Table, chinese_date
from .models import AgendaItem, OrganMeeting


def papers_of(meeting: OrganMeeting, items: list[AgendaItem]) -> dict[int, list[Document]]:
    """{matter: its papers}, in one question."""
    found: dict[int, list[Document]] = {}
    for row in Document.objects.filter(
        committee_id=meeting.committee_id, case_type="matter", removed_at=None,
        case_id__in=[i.matter_id for i in items],
    ).order_by("pk"):  # fmt: skip
        found.setdefault(row.case_id or 0, []).append(row)
    return found


def items_of(meeting: OrganMeeting) -> list[AgendaItem]:
    """In their order, with what they are about."""
    return list(meeting.items.select_related("matter", "sent_to").order_by("place", "pk"))


def agenda_paper(meeting: OrganMeeting) -> Report:
    """议程: order, matter, who reports, how long, which papers."""
    items = items_of(meeting)
    papers = papers_of(meeting, items)
    rows = [
        [
            str(i.place), i.matter.title, i.reporter, f"{i.minutes}分钟",
            "、".join(p.title for p in papers.get(i.matter_id, [])) or "—",
        ]
        for i in items
    ]  # fmt: skip
    head = [Para(line, "flat") for line in lines_of(meeting)]
    table = Table(["序号", "事项", "汇报", "时间", "材料"], rows)
    return Report(
        title=f"{meeting.organ}{meeting.year}年第{meeting.number}次会议议程",
        sections=[Section(paragraphs=head, tables=[table])],
        issuer=str(meeting.organ),
        date=meeting.on,
    )


def lines_of(meeting: OrganMeeting) -> list[str]:
    """When, where, who: only what is on record."""
    organ = meeting.organ
    said = [
        ("时间", chinese_date(meeting.on)),
        ("地点", meeting.place),
        ("主持", meeting.host),
        ("应到", f"{organ.seats}人" + (f"，实到{meeting.came}人" if meeting.came else "")),
        ("请假", meeting.away),
        ("列席", meeting.also),
        ("记录", organ.secretary.name if organ.secretary else ""),
    ]
    return [f"{label}：{text}" for label, text in said if text]


def decided_line(item: AgendaItem) -> str:
    """会议同意，提交常委会会议审议。赞成 8 人。…"""
    said = item.get_decision_display() if item.decision else "（没有记）"
    if item.sent_to:
        said = f"同意，提交{item.sent_to}审议"
    vote = f"赞成{item.yes}人。" if item.yes is not None else ""
    return f"会议议定：{said}。{vote}{item.words}"


def minutes_paper(meeting: OrganMeeting) -> Report:
    """纪要: each matter with who reported and what was decided; what was said is filled in by hand."""
    items = items_of(meeting)
    papers = papers_of(meeting, items)
    paras = [Para(line, "flat") for line in lines_of(meeting)]
    for item in items:
        paras.append(Para(f"{numeral(item.place)}、{item.matter.title}", "h1"))
        paras.append(Para(f"{item.reporter}作了汇报。（讨论要点由记录人补写。）"))
        paras.append(Para(decided_line(item)))
        if titles := [p.title for p in papers.get(item.matter_id, [])]:
            paras.append(Para("材料：" + "；".join(titles)))
    done = meeting.state == "closed"
    return Report(
        title=f"{meeting.organ}会议纪要",
        subtitle=f"{meeting.year}年第{meeting.number}次" + ("" if done else "（草稿，还没有办结）"),
        sections=[Section(paragraphs=paras)],
        issuer=str(meeting.organ),
        date=meeting.on,
    )
