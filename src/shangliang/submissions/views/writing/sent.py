"""已提交: what was handed in, what follows and until when, and what can still be done."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ....procedures import clocks
from ....procedures.verdicts import offers
from ....web.access import needs, seat_of
from ...chain.lamps import light_of
from ...flow import PROPOSAL
from ...models import Submission
from .finding import WRITERS, found
from .sheet_page import at_hand, names

OWN_VERBS = ("take_back", "invite", "withdraw")


@require_safe
@needs(*WRITERS)
def sent(request: HttpRequest, pk: int) -> HttpResponse:
    """The receipt; a draft leads back to its page."""
    case, seat = found(request, pk), seat_of(request)
    if case.state in ("draft", "returned") and PROPOSAL["edit"].who(seat, case) is None:
        return redirect("proposal-edit", pk=pk)
    at_hand(case)
    here = reverse("proposal-sent", args=[pk])
    verbs = []
    for offer in offers(PROPOSAL, seat, case):
        name = offer.move.verb
        if name not in OWN_VERBS or not offer.verdict.ok:
            continue
        url = reverse("do", args=["proposal", name, pk]) + f"?next={here}"
        verbs.append(
            {
                "label": offer.move.label,
                "url": reverse("proposal-invite", args=[pk]) if name == "invite" else url,
                "form": offer.move.form,
                "tone": "danger" if offer.move.refusal else "",
            }
        )
    return render(
        request,
        "submissions/writing/sent.html",
        {
            "case": case,
            "state_label": PROPOSAL.label_of(case.state),
            "verbs": verbs,
            "follows": follows(case),
            "back_url": reverse("my-proposals"),
            **names(case),
        },
    )


def follows(case: Submission) -> list[dict[str, Any]]:
    """The steps ahead with their limits, in the rulebook's own numbers."""
    review = clocks.running(case, "review").first()
    light = light_of(review, case.rules) if review else None
    rules = case.rules.clocks
    reply = rules.get("reply_plenary" if case.window == "plenary" else "reply_ordinary")
    steps = []
    if case.state == "approving":
        steps.append({"title": "单位审签人审签", "text": "审签后就是提交；退回时会说要改什么。"})
    if case.state in ("approving", "submitted", "reviewing"):
        day = f"{light.due.month} 月 {light.due.day} 日前" if light and light.due else "审查后"
        text = f"{day}告诉您是否立案。开始审查前，您可以收回来改。"
        steps.append({"title": "提案委审查", "text": text, "kind": "k-now"})
    steps.append({"title": "立案、交办", "text": "编案号，交给有关单位，告诉您由谁办。"})
    within = f"{words_of(reply.span)}内" if reply else ""
    steps.append({"title": "承办单位办理", "text": f"先和您商量，{within}逐条答复。"})
    steps.append({"title": "您逐条看、逐条评", "text": "不满意的，按规程再办。"})
    return steps


def words_of(span: str) -> str:
    """3m → 3 个月, 10wd → 10 个工作日, 90d → 90 日."""
    for end, word in (("wd", "个工作日"), ("m", "个月"), ("d", "日")):
        if span.endswith(end) and span[: -len(end)].isdigit():
            return f"{span[: -len(end)]} {word}"
    return span.removeprefix("@") + " 前"
