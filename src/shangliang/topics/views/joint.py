"""联合协商: shared spaces of several committees, and a forum of cities."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from ...documents.paper_templates import template_of
from ...engines.papers.official import to_docx, to_pdf
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...submissions.views.chain.papers import WORD, attachment
from ...web.access import needs, seat_of
from ..actions.open_space import open_space
from ..buttons import buttons
from ..flow import SIDE
from ..forms.judges import SpaceForm
from ..models import CommonAdvice, Section, Side
from ..papers import joint_paper
from ..queries import INSIDE, spaces


@require_safe
@needs(*INSIDE)
def listing(request: HttpRequest) -> HttpResponse:
    """Spaces this committee has a side in."""
    seat = seat_of(request)
    rows = list(spaces(seat).prefetch_related("sides"))
    for row in rows:
        sides = list(row.sides.all())
        row.names = "、".join(s.name for s in sides)  # type: ignore[attr-defined]
        row.answered = sum(1 for s in sides if s.state == "answered")  # type: ignore[attr-defined]
        row.count = len(sides)  # type: ignore[attr-defined]
    return render(
        request, "topics/joint.html", {"rows": rows, "may_open": seat.has(Role.ORGANISER)}
    )


@needs(Role.ORGANISER)
def new(request: HttpRequest) -> HttpResponse:
    """Open a space with others."""
    seat = seat_of(request)
    form = SpaceForm(request.POST or None, committee_id=seat.committee_id, spaces=spaces(seat))
    problem = ""
    if request.method == "POST" and form.is_valid():
        try:
            space = open_space(seat, **form.cleaned_data)
        except Refused as refused:
            problem = str(refused)
        else:
            messages.success(request, "已开设，邀请已发给对方")
            return redirect("joint-space", space.pk)
    status = 422 if request.method == "POST" else 200
    context = {
        "form": form,
        "problem": problem,
        "title": "开设联合协商",
        "crumb_url": "joint",
        "crumb": "联合协商",
        "submit": "开设",
    }
    return render(request, "topics/form.html", context, status=status)


@require_safe
@needs(*INSIDE)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The shared text, each side's state, and what one's own side may do."""
    seat = seat_of(request)
    space = get_object_or_404(spaces(seat).select_related("continues", "committee"), pk=pk)
    sides = list(Side.objects.filter(space_id=space.pk).select_related("committee"))
    own = space.get_absolute_url()
    for s in sides:
        row: Any = s
        row.label = SIDE.label_of(s.state)
        row.tone = {"answered": "ok", "delivered": "act", "agreed": "near"}.get(s.state, "")
        row.current = s.agreed_revision == space.revision
        row.mine = s.committee_id == seat.committee_id
        row.verbs = buttons(SIDE, seat, s, own) if row.mine else []
    advices = list(
        CommonAdvice.objects.filter(space_id=space.pk).prefetch_related(
            "stands__side", "papers__side"
        )
    )
    cities = [s for s in sides if s.right != "reads"]
    for a in advices:
        by_side = {st.side_id: st for st in a.stands.all()}
        line: Any = a
        line.cells = [by_side.get(s.pk) for s in cities]
        line.yes = sum(1 for st in by_side.values() if st.supports)
        line.no = [st for st in by_side.values() if not st.supports]
    known = (
        space.continues if space.continues and spaces(seat).filter(pk=space.continues.pk) else None
    )
    return render(
        request,
        "topics/space.html",
        {
            "space": space,
            "sides": sides,
            "cities": cities,
            "sections": list(Section.objects.filter(space_id=space.pk).select_related("side")),
            "papers": list(space.papers.select_related("side")),
            "advices": advices,
            "before": known,
            "mine": [s for s in sides if s.mine],  # type: ignore[attr-defined]
        },
    )


@require_safe
@needs(*INSIDE)
def paper(request: HttpRequest, pk: int, ext: str) -> HttpResponse:
    """The common report as Word or PDF, the same for all sides."""
    if ext not in ("docx", "pdf"):
        raise Http404
    seat = seat_of(request)
    space = get_object_or_404(spaces(seat), pk=pk)
    report = joint_paper(space)
    name = f"{space.title}.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(report), "application/pdf", name, inline=True)
    return attachment(to_docx(report, template_of(seat.committee_id, "report")), WORD, name)
