"""The digest of speeches as a page to print and as Word or PDF."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ...engines.papers.official import Report, Section, to_docx, to_pdf
from ...procedures.office_calendar import today
from ...records.views.files import DOCX, PDF, attachment
from ...web.access import needs, seat_of
from ..digest import Speech
from ..digest import digest as digest_of
from ..flow.intake import READERS
from ..paper_templates import template_of
from ..queries import intakes


@require_safe
@needs(*READERS)
def digest(request: HttpRequest, pk: int) -> HttpResponse:
    """One page, speech by speech."""
    row = get_object_or_404(intakes(seat_of(request)), pk=pk)
    return render(request, "documents/digest.html", {"intake": row, "speeches": digest_of(row)})


@require_safe
@needs(*READERS)
def paper(request: HttpRequest, pk: int, ext: str) -> HttpResponse:
    """The same as Word or PDF."""
    if ext not in ("docx", "pdf"):
        raise Http404
    seat = seat_of(request)
    row = get_object_or_404(intakes(seat), pk=pk)
    report = Report(
        title="发言摘要",
        subtitle=row.title[:60],
        sections=[section(n, speech) for n, speech in enumerate(digest_of(row), start=1)],
        date=today(),
    )
    name = f"发言摘要-{row.title[:40]}.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(report), PDF, name, inline=True)
    return attachment(to_docx(report, template_of(row.committee_id, "report")), DOCX, name)


def section(number: int, speech: Speech) -> Section:
    """A speech: who, its headings, its sentences with their lines, what was promised."""
    lines = [f"发言人：{speech.author}（原文第{speech.part.first}—{speech.part.last}行）"]
    lines += [f"{point.text}（第{point.first}行）" for point in speech.points]
    lines += [f"“{text}”（第{line}行）" for text, line in speech.said]
    if speech.promised:
        lines.append("提出并已采纳的事项：")
        lines += [f"{row.title or row.text}（第{row.first}行）" for row in speech.promised]
    return Section.of(speech.part.title or f"第{number}篇（无题名）", "\n".join(lines))
