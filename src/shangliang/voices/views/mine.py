"""我的来声: what waits for me, drafts, what became of each."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ...web.access import needs, seat_of
from ..actions.start import WRITERS
from ..flow import DIFFICULTY, VOICE
from ..models import Consent, Voice
from ..queries import all_voices

PAGE = 25
TONES = {
    "draft": "", "returned": "near", "received": "act", "kept": "", "adopted": "ok", "closed": "ok",
    "answered": "ok", "sent": "ok", "issued": "ok", "signed": "act",
}  # fmt: skip


def label_of(case: Voice) -> str:
    table = DIFFICULTY if case.flow == "difficulty" else VOICE
    return table.label_of(case.state)


@require_safe
@needs(*WRITERS)
def mine(request: HttpRequest) -> HttpResponse:
    """One's own notes, newest first, each with its state in words."""
    seat = seat_of(request)
    own = Q(author_id=seat.person_id) | Q(entered_by_id=seat.person_id)
    rows = all_voices(seat).filter(own).exclude(state="withdrawn")
    sent = rows.exclude(state__in=("draft", "returned")).select_related("merged_into")
    page = Paginator(
        sent.annotate(adopted_count=Count("adoptions")).order_by("-id"), PAGE
    ).get_page(request.GET.get("page"))
    for case in page:
        whole = case.merged_into if case.state == "merged" and case.merged_into else case
        case.label, case.tone = label_of(whole), TONES.get(whole.state, "act")  # type: ignore[attr-defined]
        case.together = whole is not case  # type: ignore[attr-defined]
    asked = Consent.objects.filter(
        committee_id=seat.committee_id, person_id=seat.person_id, said="", voice__state="consenting"
    ).select_related("voice")
    waits = {
        "drafts": list(rows.filter(state__in=("draft", "returned"))[:20]),
        "asked": [c.voice for c in asked if c.round == c.voice.round],
        "answered": list(rows.filter(kind="difficulty", state="answered")[:10]),
    }
    context = waits | {"page_obj": page, "waits": sum(map(len, waits.values()))}
    return render(request, "voices/mine.html", context)
