"""写一件: the three screens, autosave, sending exactly once, the receipt."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ...procedures import clocks
from ...procedures.perform import REGISTRY
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...submissions.actions.edit import Outdated
from ...web.access import needs, seat_of
from ..actions.add_photo import add_photo
from ..actions.drop_photo import drop_photo
from ..actions.start import WRITERS, by_key, start
from ..forms.writing import KINDS_HELP, WriteVoice, first_values
from ..models import Voice
from ..queries import all_voices
from ..texts import keep_out_secrets

SIGNED_OUT = "登录已过期，没有存。文字还在本页，请在新标签页登录后再存"


def wants_json(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("accept", "")


@require_http_methods(["GET", "POST"])
@needs(*WRITERS)
def new(request: HttpRequest) -> HttpResponse:
    """The page to write; POST hands in. The page works as one long form without script."""
    seat = seat_of(request)
    if request.method == "POST":
        return send(request)
    kind = request.GET.get("kind", "report")
    initial = {"client_key": str(uuid.uuid4()), "kind": kind, "from_others": "", "affected": ""}
    return draw(request, WriteVoice(seat=seat, initial=initial))


@require_http_methods(["GET", "POST"])
@needs(*WRITERS)
def edit_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft, or a note sent back to be completed."""
    seat = seat_of(request)
    case = own(request, pk)
    if request.method == "POST":
        return send(request, case)
    if case.state not in ("draft", "returned"):
        return redirect("voice", pk=pk)
    return draw(request, WriteVoice(seat=seat, case=case, initial=first_values(case)), case)


def own(request: HttpRequest, pk: int) -> Voice:
    seat = seat_of(request)
    case = get_object_or_404(all_voices(seat), pk=pk)
    if seat.person_id not in (case.author_id, case.entered_by_id):
        raise Http404
    return case


def draw(
    request: HttpRequest,
    form: WriteVoice,
    case: Voice | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    said = (
        case.remarks.filter(verb="send_back").last() if case and case.state == "returned" else None
    )
    context = {
        "form": form,
        "case": case,
        "problem": problem,
        "kinds_help": KINDS_HELP,
        "asked": said,
        "photos": list(case.photos.all()) if case else [],
        "interviews": list(case.interviews.all()) if case else [],
        "back_url": reverse("my-voices"),
        "key": f"voice-{case.client_key or case.pk}" if case else "voice-new",
    }
    return render(request, "voices/write.html", context, status=status)


def interviews_of(post: Any) -> list[dict[str, str]] | None:
    """Rows of the micro-research; None when the page had none of these fields."""
    if "asked-who" not in post:
        return None
    lists = [post.getlist(f"asked-{n}") for n in ("who", "way", "note", "finding")]
    return [
        dict(zip(("who", "way", "note", "finding"), row, strict=True))
        for row in zip(*lists, strict=False)
    ]


def save(request: HttpRequest, form: WriteVoice, case: Voice | None) -> Voice:
    """The draft of this page, begun at the first save, with what was typed."""
    seat = seat_of(request)
    data = form.cleaned_data
    keep_out_secrets(data.get("secrecy") or "")
    if case is None:
        case = start(seat, kind=kind_of(data), client_key=data.get("client_key") or "")
    if case.state not in ("draft", "returned"):
        return case
    rows = interviews_of(request.POST)
    more = {} if rows is None else {"interviews": rows}
    saved: Voice = REGISTRY[(case.flow, "edit")](
        seat,
        case.pk,
        secrecy="open",
        fields=form.fields_of_voice(),
        source_name=data.get("source_name", ""),
        source_contact=data.get("source_contact", ""),
        revision=data.get("revision"),
        **more,
    )
    return saved


def kind_of(data: dict[str, Any]) -> str:
    kind = data.get("kind") or "report"
    return "report" if kind == "proposal" else kind


def send(request: HttpRequest, case: Voice | None = None) -> HttpResponse:
    """Save and hand in; or save for later. Sent twice with one key it answers with one receipt."""
    seat = seat_of(request)
    later = request.POST.get("do") == "later"
    form = WriteVoice(request.POST, request.FILES, seat=seat, case=case, loose=later)
    if case is None:
        case = by_key(seat, request.POST.get("client_key", ""))
    if case is not None and case.state not in ("draft", "returned"):
        return done(request, case)
    if not form.is_valid():
        words = "；".join(str(e) for errors in form.errors.values() for e in errors)
        return failed(request, form, case, words, 422)
    try:
        case = save(request, form, case)
        for upload in form.cleaned_data["photos"]:
            add_photo(seat, case.pk, upload)
        if later:
            return done(request, case, reverse("my-voices"))
        if form.cleaned_data["kind"] == "proposal":
            case = REGISTRY[("voice", "turn_to_proposal")](seat, case.pk)
            return done(request, case, reverse("proposal-edit", args=[case.turned_id]))
        case = REGISTRY[(case.flow, "submit")](seat, case.pk)
    except Refused as refused:
        return failed(request, form, case, str(refused), 409)
    return done(request, case)


def done(request: HttpRequest, case: Voice, url: str = "") -> HttpResponse:
    url = url or reverse("voice-sent", args=[case.pk])
    if wants_json(request):
        return JsonResponse({"url": url, "code": case.public_code, "title": case.shown_title})
    return redirect(url)


def failed(
    request: HttpRequest, form: WriteVoice, case: Voice | None, words: str, status: int
) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"error": words}, status=status)
    return draw(request, form, case, words, status)


@require_POST
def keep(request: HttpRequest) -> JsonResponse:
    """Autosave: JSON whatever happens. Nothing is kept before the question of secrecy is answered."""
    seat = seat_of(request)
    if not seat.signed_in:
        return JsonResponse({"error": SIGNED_OUT}, status=401)
    if not seat.has(*WRITERS):
        return JsonResponse({"error": "您现在的身份不能写来声"}, status=403)
    if not request.POST.get("secrecy"):
        return JsonResponse({"error": "先答“内容涉密吗”，答了才自动存"}, status=422)
    form = WriteVoice(request.POST, seat=seat, loose=True)
    if not form.is_valid():
        words = "；".join(str(e) for errors in form.errors.values() for e in errors)
        return JsonResponse({"error": words}, status=422)
    try:
        case = by_key(seat, request.POST.get("client_key", ""))
        if pk := request.POST.get("pk", ""):
            case = own(request, int(pk)) if pk.isdecimal() and len(pk) < 16 else case
        if case is not None and case.state not in ("draft", "returned"):
            return JsonResponse({"error": "这件已经交了"}, status=422)
        case = save(request, form, case)
    except Outdated as old:
        return JsonResponse(
            {"revision": old.revision, "words": "您在另一个窗口存过更新的一版。", "fields": {}},
            status=409,
        )
    except Refused as refused:
        return JsonResponse({"error": str(refused)}, status=422)
    at = timezone.localtime(case.saved_at)
    return JsonResponse({"saved_at": f"{at:%H:%M:%S}", "revision": case.revision})


@require_safe
@needs(*WRITERS)
def sent(request: HttpRequest, pk: int) -> HttpResponse:
    """The receipt: one number, what follows, by when."""
    case = own(request, pk)
    return render(
        request,
        "voices/sent.html",
        {
            "case": case,
            "clock": clocks.find(case, "screen"),
            "member": seat_of(request).has(Role.MEMBER),
        },
    )


@require_POST
@needs(*WRITERS)
def drop(request: HttpRequest, pk: int, photo: int) -> HttpResponse:
    """去照片."""
    own(request, pk)
    drop_photo(seat_of(request), pk, photo)
    return redirect("voice-edit", pk=pk)
