"""期刊、专报: the list, one issue, its red-headed paper as Word and PDF."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ...documents.paper_templates import template_of
from ...engines.papers.official import TemplateRefused, to_docx, to_pdf
from ...procedures.seat import Role
from ...procedures.verdicts import Refused, offers
from ...submissions.views.chain.papers import WORD, attachment
from ...web.access import needs, seat_of
from ...web.buttons import button
from ...web.views.errors import show
from ..actions.start_issue import start_issue
from ..flow import ISSUE
from ..models import Issue, Voice
from ..paper import paper_of
from ..queries import issues

WHO = (Role.EDITOR, Role.LEADER)


@require_http_methods(["GET", "POST"])
@needs(*WHO)
def listing(request: HttpRequest) -> HttpResponse:
    """Issues, newest first; signed items that wait for one; POST opens a new issue."""
    seat = seat_of(request)
    problem = ""
    if request.method == "POST":
        try:
            issue = start_issue(
                seat,
                kind=request.POST.get("kind", "periodical"),
                title=request.POST.get("title", ""),
                items=[
                    int(v) for v in request.POST.getlist("items") if v.isdecimal() and len(v) < 16
                ],
            )
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect("issue", pk=issue.pk)
    rows = issues(seat).select_related("editor", "signer").annotate(n=Count("items"))
    taken = Issue.objects.filter(committee_id=seat.committee_id).exclude(state="dropped")
    waiting = Voice.objects.filter(committee_id=seat.committee_id, state="signed").exclude(
        pk__in=taken.values("items__voice_id")
    )
    context = {
        "page_obj": Paginator(rows.order_by("-id"), 25).get_page(request.GET.get("page")),
        "waiting": list(waiting.select_related("author").order_by("signed_at")[:50]),
        "kinds": Issue.Kind.choices,
        "states": ISSUE.states,
        "problem": problem,
        "editor": seat.has(Role.EDITOR),
    }
    return render(request, "voices/issues.html", context, status=409 if problem else 200)


@require_safe
@needs(*WHO)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """What stands in it, to whom it went, what came of each item."""
    seat = seat_of(request)
    issue = get_object_or_404(issues(seat).select_related("editor", "signer", "committee"), pk=pk)
    verbs: list[dict[str, Any]] = []
    for offer in offers(ISSUE, seat, issue):
        first = offer.move.verb == "print_issue"
        verbs.append(button(offer, "issue", issue.pk, issue.get_absolute_url(), primary=first))
    items = issue.items.select_related("voice__author").annotate(n=Count("voice__adoptions"))
    context = {
        "issue": issue,
        "label": ISSUE.label_of(issue.state),
        "verbs": verbs,
        "items": list(items),
        "dispatches": list(issue.dispatches.all()),
        "levels": issue.rules.levels,
    }
    return render(request, "voices/issue.html", context)


@require_safe
@needs(*WHO)
def paper(request: HttpRequest, pk: int, ext: str) -> HttpResponse:
    """The issue as .docx (in the office's own template where it has one) or .pdf."""
    if ext not in ("docx", "pdf"):
        raise Http404
    rows = issues(seat_of(request)).select_related("editor", "signer", "committee")
    issue = get_object_or_404(rows, pk=pk)
    name = f"{issue}.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(paper_of(issue)), "application/pdf", name, inline=True)
    try:
        data = to_docx(paper_of(issue), template_of(issue.committee_id, "bulletin"))
    except TemplateRefused as error:
        return show(
            request,
            409,
            title="本机关的模板不能用",
            text=str(error),
            url="/papers/",
            label="去看模板",
        )
    return attachment(data, WORD, name)
