"""Papers of a proposal: the sheet on screen, Word and PDF from one content."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from ....documents.paper_templates import template_of
from ....engines.papers.official import Letter, Paper, TemplateRefused, to_docx, to_pdf
from ....web.access import needs, seat_of
from ....web.views.errors import show
from ...chain.facts import Facts, gather
from ...papers.kinds import KINDS, Kind, entry, lacking
from ...papers.pages import lay

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def number_of(request: HttpRequest) -> int | None:
    """``?of=``: which reply, unit or request the paper is for."""
    given = request.GET.get("of", "")
    return int(given) if given.isdecimal() and len(given) < 16 else None


def build(request: HttpRequest, pk: int, kind: str) -> tuple[Kind, Facts, Paper, int | None]:
    """The paper this seat may have; 404 for others, as behind every wall."""
    known = KINDS.get(kind)
    if known is None:
        raise Http404("没有这种文书。")
    facts, of = gather(seat_of(request), pk, paper=True), number_of(request)
    if not known.may(facts):
        raise Http404(f"这件还没有{known.label}，或者您现在的身份不能打开。")
    paper = known.build(facts, of)
    if paper is None:
        raise Http404(f"这件还没有{known.label}。")
    return known, facts, paper, of


@needs()
def sheet(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The paper as it will look, with what is missing said above it."""
    known, facts, paper, of = build(request, pk, kind)
    request.loop_step = "办理"  # type: ignore[attr-defined]
    context: dict[str, Any] = paper.context() | {"paper_kind": paper.kind}
    pages = lay(paper) if isinstance(paper, Letter) else []
    return render(
        request,
        "submissions/chain/sheet.html",
        {
            "case": facts.case,
            "kind": known,
            "p": context,
            "pages": pages,
            "missing": lacking(known, facts, paper, of),
            "links": entry(facts.case.pk, known, of),
            "title_lines": context.get("title", "").split("\n"),
        },
    )


@needs()
def file(request: HttpRequest, pk: int, kind: str, ext: str) -> HttpResponse:
    """The paper as .docx (in the office's own template where it has one) or .pdf."""
    known, facts, paper, _ = build(request, pk, kind)
    name = f"{facts.case.number_label}{known.label}.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(paper), "application/pdf", name, inline=True)
    try:
        data = to_docx(paper, template_of(facts.case.committee_id, kind))
    except TemplateRefused as error:
        return show(
            request,
            409,
            title="本机关的模板不能用",
            text=f"{error}可以先用系统自带的模板，或请提案委改好再传。",
            url="/papers/",
            label="去看模板",
        )
    return attachment(data, WORD, name)


def attachment(data: bytes, mime: str, name: str, inline: bool = False) -> HttpResponse:
    """A file with a Chinese name that every browser keeps."""
    answer = HttpResponse(data, content_type=mime)
    answer["Content-Disposition"] = content_disposition_header(not inline, name) or ""
    answer["Cache-Control"] = "private, no-store"
    return answer
