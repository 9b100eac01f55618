"""委员年度履职表: the page, one's own address, Word and PDF."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from ...documents.paper_templates import template_of
from ...engines.papers.official import TemplateRefused, to_docx, to_pdf
from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...submissions.flow import PROPOSAL
from ...web.access import needs, seat_of
from ...web.views.errors import show
from ..member_year import MemberYear, gather, may_read, person_of, years_of
from ..papers.member import form
from .files import DOCX, PDF, attachment


def found(request: HttpRequest, pk: int, year: int) -> MemberYear:
    """The year of a member this seat may read."""
    seat = seat_of(request)
    person = person_of(seat, pk)
    if person is None or not 1949 <= year <= 2200:
        raise Http404
    if not may_read(seat, pk):
        raise PermissionDenied("履职表只有本人、提案委工作人员和政协领导可以看。")
    return gather(seat, person, year)


@needs(Role.MEMBER)
def mine(request: HttpRequest) -> HttpResponse:
    """One's own, this year."""
    return redirect("member-year", pk=seat_of(request).person_id, year=today().year)


@needs()
def page(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """The form on screen, each number with its proposals."""
    request.loop_step = "成效"  # type: ignore[attr-defined]
    shown = found(request, pk, year)
    for case in shown.cases:
        case.state_name = PROPOSAL.label_of(case.state)  # type: ignore[attr-defined]
    tabs = [
        {
            "label": f"{y} 年",
            "url": reverse("member-year", args=[pk, y]),
            "count": None,
            "current": y == year,
        }
        for y in years_of(seat_of(request), shown.person)
    ]
    return render(request, "records/member_year.html", {"y": shown, "tabs": tabs})


@needs()
def paper(request: HttpRequest, pk: str, year: str, ext: str) -> HttpResponse:
    """The form as .docx (in the office's own template where it has one) or .pdf."""
    shown = found(request, int(pk), int(year))
    seat = seat_of(request)
    content = form(seat, shown)
    name = f"{shown.person.name}{shown.year}年度履职表.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(content), PDF, name, inline=True)
    try:
        data = to_docx(content, template_of(seat.committee_id, "member_year"))
    except TemplateRefused as error:
        return show(request, 409, title="本机关的模板不能用", text=str(error), url="/papers/")
    return attachment(data, DOCX, name)
