"""What the writing page shows around the form: advice, signatures, files, what may be done."""

import json
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import json_script

from ....documents.models import Document
from ....documents.queries import files_of
from ....engines.text.plainness import Plainness, plainness
from ....procedures import clocks
from ....procedures.seat import Seat
from ....search.elsewhere import elsewhere_of
from ....web.access import seat_of
from ... import rubric
from ...chain.lamps import light_of
from ...flow import PROPOSAL
from ...flow.conditions import in_season
from ...forms.writing import Sheet
from ...likeness import similar
from ...models import CoSignature, Submission
from ...remarks import last_remark
from .finding import may


class PlainJSON(json.JSONEncoder):
    """Chinese as it is: a third of the bytes of \\u escapes on a phone's page."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**(kwargs | {"ensure_ascii": False, "separators": (",", ":")}))


def at_hand(case: Submission) -> None:
    """Load the case's rows once, for the form, the rubric and the list of names alike."""
    people = CoSignature.objects.select_related("person")
    prefetch_related_objects(
        [case], "recommendations", "unit_choices", Prefetch("signatures", people)
    )


def advice(case: Submission, seat: Seat) -> dict[str, Any]:
    """The rubric's points, their score, and earlier proposals like this one."""
    likes = similar(case, seat, near=True)
    points = rubric.advise(case, seat, [like for like in likes if like.alert])
    return {
        "case": case,
        "points": points,
        "score": rubric.score(points),
        "weak": sum(point.ok is False for point in points),
        "blank": not (case.title or case.situation or case.analysis or case.asks_count),
        "likes": likes,
        "plain": own_words(case, seat),
        "others": elsewhere_of(case),
    }


def own_words(case: Submission, seat: Seat) -> Plainness | None:
    """Facts, asks and slogans, for who wrote it and nobody else; nothing of it is kept (S-035, S-036)."""
    if seat.person_id not in (case.author_id, case.entered_by_id):
        return None
    asks = [a.text for a in case.recommendations.all() if a.text.strip() and a.removed_at is None]
    return plainness(f"{case.situation}\n{case.analysis}", asks)


def advice_html(case: Submission, seat: Seat) -> str:
    """The panel alone, for the answer of autosave."""
    return render_to_string("submissions/writing/_advice.html", advice(case, seat))


def names(case: Submission) -> dict[str, Any]:
    """Who signed and who has not answered, with the clock for signing while somebody is asked."""
    co = [row for row in case.signatures.all() if row.role == CoSignature.Role.CO]
    asked = any(row.state == CoSignature.State.INVITED for row in co)
    clock = clocks.running(case, "cosign").first() if asked else None
    return {
        "signatures": co,
        "cosign_light": light_of(clock, case.rules) if clock else None,
        "signed_count": sum(row.state == CoSignature.State.SIGNED for row in co),
        "older": [
            row
            for row in co
            if row.state == CoSignature.State.SIGNED and row.revision < case.revision
        ],
    }


def hand_in_verb(case: Submission) -> str:
    """Which verb ends the page: a body's proposal goes to its approver where the seal is asked."""
    sealed = case.collective and case.rules.steps.get("seal", False)
    return "send_for_approval" if sealed else "submit"


def show(
    request: HttpRequest,
    case: Submission,
    sheet: Sheet | None = None,
    problem: str = "",
    newer: Submission | None = None,
    status: int = 200,
) -> HttpResponse:
    """The whole page. ``sheet`` holds what was typed when something was refused."""
    seat = seat_of(request)
    at_hand(case)
    more = 1 if request.GET.get("more") else 0
    verb = hand_in_verb(case)
    sheet = sheet or Sheet(case, more=more)
    context = {
        "case": case,
        "sheet": sheet,
        "form": sheet.form,
        "problem": problem,
        "newer": newer,
        "editable": may(seat, case, "edit").ok,
        "note": last_remark(case, "send_back", "refuse_approval")
        if case.state == "returned" or case.collective
        else None,
        "season": in_season(seat, case),
        "hand_in": PROPOSAL[verb],
        "can_discard": case.state == "draft",
        "files": files_of(case, Document.Kind.ATTACHMENT, Document.Kind.ORIGINAL),
        "unit_keys": json_script(
            {unit.pk: unit.keys for unit in sheet.units}, "unit-keys", encoder=PlainJSON
        ),
        "back_url": reverse("my-proposals"),
        **names(case),
        **advice(case, seat),
    }
    return render(request, "submissions/writing/edit.html", context, status=status)
