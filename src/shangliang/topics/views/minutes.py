"""纪要: as it will look, a place to correct it, and as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ...documents.paper_templates import template_of
from ...engines.papers.official import to_docx, to_pdf
from ...submissions.views.chain.papers import WORD, attachment
from ...web.access import needs, seat_of
from ..buttons import buttons, may
from ..flow import CONSULTATION
from ..papers import minutes_paper
from ..queries import consultations


@needs()
def minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes as they will look, and, while they may be, a place to correct them."""
    seat = seat_of(request)
    case = get_object_or_404(consultations(seat).select_related("committee", "signed_by"), pk=pk)
    allowed = may(CONSULTATION, seat, case)
    if not case.minutes and not allowed.get("edit_minutes"):
        raise Http404("还没有纪要。")
    return render(
        request,
        "topics/minutes.html",
        {
            "case": case,
            "kind": case.kind,
            "may_edit": allowed.get("edit_minutes"),
            "verbs": [
                b
                for b in buttons(CONSULTATION, seat, case, f"{request.path}")
                if b["verb"] in ("draft_minutes", "sign_minutes")
            ],
            "lines": case.minutes.split("\n"),
        },
    )


@require_safe
@needs()
def minutes_file(request: HttpRequest, pk: int, ext: str) -> HttpResponse:
    """Minutes as Word or PDF."""
    seat = seat_of(request)
    case = get_object_or_404(consultations(seat).select_related("committee", "lead"), pk=pk)
    if ext not in ("docx", "pdf") or not case.minutes:
        raise Http404("还没有纪要。")
    paper = minutes_paper(case)
    name = f"{case.minutes_number or '纪要草稿'}{case.title}.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(paper), "application/pdf", name, inline=True)
    return attachment(to_docx(paper, template_of(case.committee_id, "report")), WORD, name)
