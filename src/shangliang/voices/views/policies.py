"""企业政策 without account: six facts, which policies fit and why; a question; what was refused.

The facts travel in the body of the page, never in an address, and are kept only when asked for.
"""

import uuid
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.verdicts import Refused
from ...publishing.queries import committees
from ...web.views.errors import show
from ..actions.forget_facts import forget_facts
from ..actions.keep_facts import keep_facts
from ..actions.policy_question import ask_about_policy
from ..actions.tell_refusal import tell_refusal
from ..forms.policies import AskPolicy, FirmFacts, TellRefusal
from ..limits import not_too_often
from ..models import Policy, PolicyFacts
from ..people import nobody
from ..policy_book import book, found, in_words, judged, told, written
from ..queries import open_policies
from .public import place_of

PER_HOUR, LOOKS = 12, 60
MOST = 200


@require_http_methods(["GET", "POST"])
def finder(request: HttpRequest) -> HttpResponse:
    """The six facts, then every policy in use with its answer; POST also keeps the facts on request."""
    places = committees()
    place = place_of(request, places)
    if place is None:
        return show(request, 404, title="还没有开通", text="这里还没有政协登记惠企政策。")
    request.committee = place  # type: ignore[attr-defined]
    if request.method == "POST" and request.POST.get("do") == "keep":
        try:
            not_too_often(request, "policy-keep", PER_HOUR)
            row = keep_facts(nobody(place.pk), said=request.POST)
        except Refused as refused:
            return draw(request, place, places, request.POST, str(refused))
        return redirect(f"{reverse('policies-mine', args=[row.public_code])}?new=1")
    return draw(request, place, places, request.POST if request.method == "POST" else None)


def draw(
    request: HttpRequest, place: Actor, places: list[Actor], said: Mapping[str, str] | None,
    problem: str = "", **more: Any,
) -> HttpResponse:  # fmt: skip
    """The form, and below it the answers once something was said."""
    facts, wrong = told(said or {})
    rows = list(open_policies(place.pk).select_related("unit").order_by("pk")[:MOST])
    results = found(rows, facts) if said is not None and not wrong else []
    context = {
        "form": FirmFacts(dict(said.items()) if said is not None else None), "place": place,
        "places": places, "asked": said is not None, "results": results, "count": len(rows),
        "said": list(written(facts).items()), "told": in_words(facts), "wrong": wrong,
        "problem": problem, "sums": sums(results),
    } | more  # fmt: skip
    return render(request, "voices/policies.html", context, status=422 if wrong or problem else 200)


def sums(results: list[Any]) -> list[tuple[str, int]]:
    """How many of each answer, those that occur."""
    names = ("fits", "missing", "not")
    labels = {r.verdict.value: r.verdict.label for r in results}
    return [(labels[n], sum(r.verdict.value == n for r in results)) for n in names if n in labels]


@require_http_methods(["GET", "POST"])
def kept(request: HttpRequest, code: str) -> HttpResponse:
    """The facts a firm asked to keep, with today's answers; the firm deletes them itself."""
    try:
        not_too_often(request, "receipt", LOOKS)
    except Refused as refused:
        return show(request, 429, title="查得太勤了", text=str(refused))
    row = (
        PolicyFacts.objects.filter(public_code=code.upper(), until__gte=today())
        .select_related("committee")
        .first()
    )
    if row is None:
        return show(
            request, 404, title="没有查到", url=reverse("policies"), label="重新填六项",
            text="号写错了一位，或者已经删去、到期了。",
        )  # fmt: skip
    place = row.committee
    request.committee = place  # type: ignore[attr-defined]
    if request.method == "POST":
        forget_facts(nobody(place.pk), row.public_code)
        messages.success(request, "已删去，没有留下。")
        return redirect("policies")
    return draw(request, place, [place], row.facts, kept=row, new=request.GET.get("new") == "1")


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One policy; below it two forms: ask something, or say that it was refused."""
    policy = (
        Policy.objects.filter(pk=pk, state="open", committee__in=[c.pk for c in committees()])
        .select_related("unit", "committee")
        .first()
    )
    if policy is None:
        return show(
            request, 404, title="没有这条政策", url=reverse("policies"), label="看在用的政策",
            text="它可能已经停用。",
        )  # fmt: skip
    request.committee = policy.committee  # type: ignore[attr-defined]
    do = request.POST.get("do", "") if request.method == "POST" else ""
    said = {f.code: request.POST.get(f.code, "") for f in book().facts}
    ask = AskPolicy(
        request.POST if do == "ask" else None, initial={"client_key": str(uuid.uuid4())}
    )
    refusal = TellRefusal(request.POST if do == "refused" else None)
    problem = ""
    if do in ("ask", "refused") and (ask if do == "ask" else refusal).is_valid():
        try:
            not_too_often(request, "policy-say", PER_HOUR)
            return answered(request, policy, do, ask, refusal, said)
        except Refused as refused:
            problem = str(refused)
    facts, _ = told(said)
    context = {
        "policy": policy, "ask": ask, "refusal": refusal, "problem": problem, "do": do,
        "said": list(written(facts).items()), "told": in_words(facts), "result": judged(policy, facts),
    }  # fmt: skip
    bad = problem or (do == "ask" and ask.errors) or (do == "refused" and refusal.errors)
    return render(request, "voices/policy.html", context, status=422 if bad else 200)


def answered(
    request: HttpRequest, policy: Policy, do: str, ask: AskPolicy, refusal: TellRefusal,
    said: Mapping[str, str],
) -> HttpResponse:  # fmt: skip
    """Do it, and where the firm goes then. Raises Refused."""
    seat = nobody(policy.committee_id)
    if do == "ask":
        d = ask.cleaned_data
        case = ask_about_policy(
            seat, policy.pk, text=d["text"], secrecy="open", name=d["name"],
            contact=d["contact"], client_key=d["client_key"],
        )  # fmt: skip
        return redirect(f"{reverse('receipt', args=[case.public_code])}?new=1")
    tell_refusal(seat, policy.pk, said=said, **refusal.cleaned_data)
    messages.success(request, "已记下没办成的原因，不记企业名称。要有人办，请在“问一句”里写。")
    return redirect("policy", policy.pk)
