"""The record of a year as Word or PDF."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from ...engines.papers.official import Report, Section, to_docx, to_pdf
from ...procedures.office_calendar import today
from ...records.views.files import DOCX, PDF, attachment
from ...web.access import needs, seat_of
from ..year import build
from .record import person_of


@needs()
def paper(request: HttpRequest, pk: str, year: str, ext: str) -> HttpResponse:
    """The yearly statement with the record's own lines, as Word and PDF."""
    who = person_of(request, int(pk), int(year))
    seat = seat_of(request)
    found = build(seat, who.pk, int(year))
    sections = [Section.of("一、履职实绩", "\n".join(said(found)))]
    text = found.statement.text if found.statement else "（本人尚未填写。）"
    sections.append(Section.of("二、述职", text))
    content = Report(
        title=f"{year}年度委员述职报告",
        subtitle=who.name,
        sections=sections,
        issuer=seat.committee_name,
        date=today(),
    )
    name = f"{who.name}{year}年度述职.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(content), PDF, name, inline=True)
    return attachment(to_docx(content), DOCX, name)


def said(found: Any) -> list[str]:
    """The four blocks as sentences."""
    out = []
    record = found.record
    if record.base:
        out.append(
            f"出席：应到 {record.base} 次（按时通知、没有准假的），实到 {record.n('attended')} 次。"
        )
    for _, label, groups in found.blocks:
        parts = "，".join(f"{g.label}{g.number}" for g in groups if g.number)
        out.append(f"{label}：{parts or '没有'}。")
    return out
