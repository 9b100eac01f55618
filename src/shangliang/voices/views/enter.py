"""登记: what came by phone or on paper, entered by staff and marked so."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.receive import OFFICE, receive
from ..forms.writing import WriteVoice
from ..models import Voice

CHANNELS = [("call", "电话"), ("paper", "来信来访")]


@require_http_methods(["GET", "POST"])
@needs(*OFFICE)
def enter(request: HttpRequest) -> HttpResponse:
    """The same fields as on the phone, on one page, with the channel and the receipt at the end."""
    seat = seat_of(request)
    problem, status = "", 200
    if request.method == "POST":
        form = WriteVoice(request.POST, request.FILES, seat=seat)
        kinds(form)
        if form.is_valid():
            d = form.cleaned_data
            try:
                case = receive(
                    seat,
                    kind=d["kind"],
                    secrecy=d["secrecy"],
                    fields=form.fields_of_voice(),
                    source_name=d["source_name"],
                    source_contact=d["source_contact"],
                    channel=request.POST.get("channel", "call"),
                    client_key=d["client_key"],
                    photos=d["photos"],
                )
            except Refused as refused:
                problem, status = str(refused), 409
            else:
                messages.success(request, f"已登记，回执号 {case.public_code}，请告诉来件人。")
                return redirect("voice", pk=case.pk)
        else:
            status = 422
    else:
        form = WriteVoice(
            seat=seat,
            initial={"client_key": str(uuid.uuid4()), "kind": "matter", "from_others": "1"},
        )
        kinds(form)
    context = {
        "form": form,
        "problem": problem,
        "channels": CHANNELS,
        "channel": request.POST.get("channel", "call"),
    }
    return render(request, "voices/enter.html", context, status=status)


def kinds(form: WriteVoice) -> None:
    rows = [(k, v) for k, v in Voice.Kind.choices if k in ("matter", "difficulty", "report")]
    form.choose("kind", rows)
