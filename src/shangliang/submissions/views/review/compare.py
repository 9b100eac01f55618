"""Two proposals side by side, with the sentences both have marked."""

import re
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ....procedures.seat import Role, Seat
from ....procedures.verdicts import verdict
from ....web.access import needs, seat_of
from ...flow import PROPOSAL
from ...flow.grouping import NOT_HANDED_OVER
from ...like import common_phrases
from ...likeness import likeness, pairs, spoken
from ...models import Submission
from ...queries import visible
from .desk import OFFICE

SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
SAME = 0.75  # share of common pairs above which two sentences count as the same


def sentences(text: str) -> list[str]:
    return [s.strip() for s in SENTENCE.findall(text) if s.strip()]


def texts(case: Submission) -> list[tuple[str, str]]:
    """Headings and texts as both sides show them."""
    asks = [r.text for r in case.recommendations.all() if r.removed_at is None]
    return [("情况", case.situation), ("分析", case.analysis), ("建议", "\n".join(asks))]


def marked(
    case: Submission, other: Submission
) -> tuple[list[tuple[str, list[list[tuple[str, bool]]]]], int]:
    """Each heading's lines as (sentence, whether the other side has it), and how many it has."""
    theirs = [pairs(s) for _, text in texts(other) for s in sentences(text)]
    parts, common = [], 0
    for heading, text in texts(case):
        lines = []
        for line in text.splitlines():
            said = []
            for sentence in sentences(line):
                mine = pairs(sentence)
                same = len(mine) > 2 and any(likeness(mine, t) >= SAME for t in theirs)
                common += same
                said.append((sentence, same))
            if said:
                lines.append(said)
        if lines:
            parts.append((heading, lines))
    return parts, common


def merging(seat: Seat, case: Submission, other: Submission, back: str) -> tuple[str, str]:
    """The address that merges ``case`` into ``other``, or why that cannot be."""
    said = verdict(PROPOSAL, PROPOSAL["merge"], seat, case)
    if not said:
        return "", said.reason if said.kind == "when" else ""
    if case.session_id != other.session_id or other.state not in NOT_HANDED_OVER:
        return "", "另一件不在本次会议的审查中，可在审查意见里引用。"
    lead = f"第{other.number:04d}号" if other.number else f"{other.serial:04d}"
    return f"{reverse('review-form', args=[case.pk, 'merge'])}?{back}&lead={lead}", ""


@needs(*OFFICE, Role.SUPERVISOR)
def compare(request: HttpRequest) -> HttpResponse:
    """``?a=&b=``: both must be rows the seat may see."""
    seat = seat_of(request)
    ids = [request.GET.get(name, "") for name in ("a", "b")]
    if not all(i.isdecimal() and len(i) < 19 for i in ids) or ids[0] == ids[1]:
        raise Http404("比对要两件不同的提案")
    rows = visible(seat).filter(kind=Submission.Kind.PROPOSAL, pk__in=ids)
    found = {
        row.pk: row
        for row in rows.select_related("session__term", "rulebook", "group__lead").prefetch_related(
            "recommendations"
        )
    }
    if len(found) < 2:
        raise Http404
    one, other = found[int(ids[0])], found[int(ids[1])]
    back = request.GET.get("back", "")
    sides: list[dict[str, Any]] = []
    common, answers = 0, spoken(list(found))
    for case, against in ((one, other), (other, one)):
        parts, n = marked(case, against)
        common = max(common, n)
        url, why = merging(seat, case, against, back)
        sides.append(
            {
                "case": case,
                "state": PROPOSAL.label_of(case.state),
                "parts": parts,
                "answers": sorted((order, said) for order, _, said in answers.get(case.pk, [])),
                "merge_url": url,
                "why": why,
            }
        )
    first, second = (
        "。".join([c.title, *(r.text for r in c.recommendations.all())]) for c in (one, other)
    )
    context = {
        "sides": sides,
        "common": common,
        "phrases": common_phrases(first, second),
        "back": f"{reverse('review-desk')}?{back}&case={one.pk}",
    }
    return render(request, "submissions/review/compare.html", context)
