"""期刊: the issues, one issue with its texts, its paper as Word and PDF."""

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ...documents.paper_templates import template_of
from ...engines.papers.official import TemplateRefused, to_docx, to_pdf
from ...groups.views.common import buttons, steps, story
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...submissions.views.chain.papers import WORD, attachment
from ...web.access import needs
from ...web.views.errors import show
from ..actions.start_gazette import start_gazette
from ..checks import shown_now
from ..flow import GAZETTE, PIECE
from ..flow.who import REVIEWERS
from ..forms.gazette import free_pieces
from ..models import Gazette
from ..paper import gazette_paper
from ..queries import gazettes
from .desk import STEP, TONES

NAME = "政协信息"


@require_http_methods(["GET", "POST"])
@needs(*REVIEWERS)
def listing(request: HttpRequest) -> HttpResponse:
    """Issues, newest first; approved texts that wait for one; POST opens an issue."""
    seat, problem = steps(request, STEP), ""
    if request.method == "POST":
        given = request.POST.getlist("pieces")
        try:
            row = start_gazette(
                seat, name=request.POST.get("name", ""),
                pieces=[int(v) for v in given if v.isdecimal() and len(v) < 16],
            )  # fmt: skip
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect(row)
    rows = gazettes(seat).annotate(n=Count("pieces")).order_by("-pk")
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    for row in page:
        row.word = GAZETTE.label_of(row.state)  # type: ignore[attr-defined]
    last = gazettes(seat).order_by("-pk").values_list("name", flat=True).first()
    editor = seat.has(Role.EDITOR)
    context = {
        "page_obj": page, "problem": problem, "editor": editor,
        "waiting": free_pieces(seat.committee_id) if editor else [],
        "name": request.POST.get("name") or last or NAME,
    }  # fmt: skip
    return render(request, "publications/gazettes.html", context, status=409 if problem else 200)


@require_safe
@needs(*REVIEWERS)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """What stands in it, in which order, who signed, who printed it on."""
    seat = steps(request, STEP)
    row = get_object_or_404(gazettes(seat).select_related("committee"), pk=pk)
    rows = list(row.pieces.order_by("place", "pk"))
    shown = {p.pk for p in shown_now(rows)}
    for piece in rows:
        piece.word, piece.tone = PIECE.label_of(piece.state), TONES[piece.state]  # type: ignore[attr-defined]
        piece.closed = piece.pk not in shown  # type: ignore[attr-defined]
    first = ("release_gazette",) if seat.has(Role.LEADER) else ("compose_gazette",)
    context = {
        "row": row, "pieces": rows, "state": GAZETTE.label_of(row.state),
        "verbs": buttons(GAZETTE, seat, row, row.get_absolute_url(), first),
        "clippings": list(row.clippings.select_related("outlet")),
        "events": story(row, seat.committee_id),
    }  # fmt: skip
    return render(request, "publications/gazette.html", context)


def paper_answer(request: HttpRequest, row: Gazette, ext: str) -> HttpResponse:
    """The issue as .docx (in the office's own template where it has one) or .pdf."""
    if ext not in ("docx", "pdf"):
        raise Http404
    paper, name = gazette_paper(row), f"{row}.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(paper), "application/pdf", name, inline=True)
    try:
        data = to_docx(paper, template_of(row.committee_id, "bulletin"))
    except TemplateRefused as error:
        return show(request, 409, title="本机关的模板不能用", text=str(error))
    return attachment(data, WORD, name)


@require_safe
@needs(*REVIEWERS)
def paper(request: HttpRequest, pk: int, ext: str) -> HttpResponse:
    """Also before it is out, to be read through on paper."""
    seat = steps(request, STEP)
    return paper_answer(
        request, get_object_or_404(gazettes(seat).select_related("committee"), pk=pk), ext
    )
