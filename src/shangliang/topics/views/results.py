"""协商成果: the list, one result with votes, deliveries and what became of each recommendation."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from ...documents.paper_templates import template_of
from ...engines.papers.official import to_docx, to_pdf
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...submissions.views.chain.papers import WORD, attachment
from ...tasks.flow import TASK
from ...web.access import needs, seat_of
from ..actions.cast_vote import CHOICES
from ..actions.marking import WORDS
from ..actions.start_result import start_result
from ..buttons import buttons, may
from ..flow import RESULT
from ..forms.fields import bodies
from ..models import Advice, Consultation
from ..papers import result_paper
from ..presets import result_kinds, rubric, vote_rules
from ..queries import consultations, results
from ..story import story
from ..timeliness import in_time

IN_PLACE = frozenset(
    {"answer_advice", "assign_advice", "change_advice", "drop_advice", "answer_remark"}
)
FIRST = {
    "draft": "issue_result",
    "voting": "cast_vote",
    "adopted": "issue_result",
    "issued": "record_instruction",
    "answered": "close_result",
}
TONES = {"issued": "act", "answered": "near", "done": "ok", "voting": "near"}


@require_safe
@needs()
def listing(request: HttpRequest) -> HttpResponse:
    """Results with how far their recommendations are."""
    seat = seat_of(request)
    rows = results(seat).prefetch_related("advices")
    kind, state = request.GET.get("kind", ""), request.GET.get("state", "")
    if kind in result_kinds():
        rows = rows.filter(kind=kind)
    if state in RESULT.states:
        rows = rows.filter(state=state)
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    for row in page:
        line: Any = row
        line.label, line.tone = RESULT.label_of(row.state), TONES.get(row.state, "")
        line.kind_label = result_kinds()[row.kind].label
        line.count = len(row.advices.all())
        line.answered = sum(1 for a in row.advices.all() if a.outcome)
        line.timely = in_time(row.decision, row.decision_on, row.issued_on)
    mix = four_kinds(seat)
    return render(
        request,
        "topics/results.html",
        {
            "page_obj": page,
            "kinds": result_kinds().values(),
            "kind": kind,
            "state": state,
            "states": RESULT.states.items(),
            "mix": mix,
        },
    )


def four_kinds(seat: Any) -> list[tuple[str, int]]:
    """The year's mix of the four kinds of advice (S-008); one question."""
    from django.db.models import Count

    counted = dict(
        Advice.objects.filter(committee_id=seat.committee_id, result__in=results(seat))
        .exclude(kind="")
        .order_by()
        .values_list("kind")
        .annotate(n=Count("pk"))
    )
    return [(label, counted.get(key, 0)) for key, label in Advice.Kind.choices] if counted else []


@needs(Role.ORGANISER, Role.CLERK, Role.CONVENOR)
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """A result from a consultation, with its agreed points as recommendations."""
    seat = seat_of(request)
    case: Consultation = get_object_or_404(consultations(seat), pk=pk)
    kinds = result_kinds()
    kind = request.POST.get("kind") or (case.kind.result if case.kind.result in kinds else "report")
    suggested = {key: f"关于{case.title}的{k.label}" for key, k in kinds.items()}
    title = request.POST.get("title", suggested.get(kind, ""))
    if title in suggested.values() and kind in kinds:
        title = suggested[kind]  # a title nobody wrote follows the kind that was chosen
    problem = ""
    if request.method == "POST":
        try:
            row = start_result(seat, kind=kind, title=title, consultation=case.pk)
        except Refused as refused:
            problem = str(refused)
        else:
            messages.success(request, "已起草，商定的事项成了建议")
            return redirect("result", row.pk)
    context = {
        "case": case,
        "kinds": kinds.values(),
        "chosen": kind,
        "title_text": title,
        "problem": problem,
    }
    return render(request, "topics/result_new.html", context, status=422 if problem else 200)


@require_safe
@needs()
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One result."""
    seat = seat_of(request)
    case = get_object_or_404(
        results(seat).select_related("consultation__lead", "consultation__room", "issued_by"), pk=pk
    )
    own = case.get_absolute_url()
    advices = list(case.advices.select_related("unit", "task"))
    allowed = may(RESULT, seat, case)
    inside = seat.has(Role.ORGANISER, Role.CLERK, Role.CONVENOR)
    for a in advices:
        line: Any = a
        line.task_label = TASK.label_of(a.task.state) if a.task else ""
        line.tone = {"taken": "ok", "partly": "near"}.get(a.outcome, "")
        line.mine = bool(allowed.get("answer_advice")) and (inside or a.unit_id in seat.units)
    votes = list(case.adoptions.prefetch_related("electors__person"))
    for v in votes:
        vote: Any = v
        people = list(v.electors.all())
        vote.voted = sum(1 for e in people if e.voted)
        vote.electorate = len(people)
        vote.rule_label = vote_rules()[v.rule].label
        vote.named = (
            [(e.person.name, CHOICES.get(e.choice, "未投")) for e in people]
            if v.kind == "named" and v.state != "open"
            else []
        )
        vote.mine = next((e for e in people if e.person_id == seat.person_id), None)
    reviews = list(case.reviews.prefetch_related("remarks"))
    verbs = buttons(RESULT, seat, case, own, IN_PLACE, FIRST.get(case.state, ""))
    if any(v.state == "open" and v.mine and v.mine.voted for v in votes):  # type: ignore[attr-defined]
        verbs = [b for b in verbs if b["verb"] != "cast_vote"]
    return render(
        request,
        "topics/result.html",
        {
            "case": case,
            "kind": result_kinds()[case.kind],
            "state": RESULT.label_of(case.state),
            "tone": TONES.get(case.state, ""),
            "advices": advices,
            "deliveries": list(case.deliveries.select_related("unit")),
            "votes": votes,
            "reviews": reviews,
            "rubric": rubric_of(reviews),
            "three": {
                "to_point": WORDS.get(case.to_point or 0, "还没有标"),
                "critical": WORDS.get(case.critical or 0, "还没有标"),
            },
            "may": allowed,
            "verbs": verbs,
            "events": story(seat, "result", case.pk),
            "in_time": in_time(case.decision, case.decision_on, case.issued_on),
            "outcomes": Advice.Outcome.choices,
            "units": bodies(seat.committee_id, "unit") if allowed.get("assign_advice") else [],
            "office": inside,
            "no_signer": case.state in ("draft", "adopted") and not allowed.get("issue_result"),
        },
    )


def rubric_of(reviews: list[Any]) -> list[tuple[str, str, int]]:
    """Each property with the experts' marks in order of size and how far they lie apart (S-034)."""
    given = [r.points for r in reviews if r.points]
    return [
        (r.label, "、".join(map(str, found)), found[-1] - found[0])
        for r in rubric()
        if (found := sorted(p[r.key] for p in given if r.key in p))
    ]


@require_safe
@needs()
def paper(request: HttpRequest, pk: int, ext: str) -> HttpResponse:
    """A result as Word or PDF."""
    if ext not in ("docx", "pdf"):
        raise Http404
    case = get_object_or_404(results(seat_of(request)).select_related("committee"), pk=pk)
    name = f"{case.number or '草稿'}{case.title}.{ext}"
    report = result_paper(case)
    if ext == "pdf":
        return attachment(to_pdf(report), "application/pdf", name, inline=True)
    return attachment(to_docx(report, template_of(case.committee_id, "report")), WORD, name)
