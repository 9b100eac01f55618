"""签到: the code on the wall, the member's phone, the clerk's list, with and without network."""

import io
import json

import qrcode
import qrcode.image.svg
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.merge_ticks import merge_ticks
from ..actions.sign_in import sign_in
from ..actions.tick import tick
from ..bundle import BadBundle, read
from ..flow import ATTENDANCE
from ..heads import heads
from ..models import Activity, Attendance
from ..queries import manages, visible
from ..sheet import lines
from ..signing import STEP, code_at, sitting_at
from .lists import BUSINESS

BIGGEST = 2 * 1024 * 1024


def managed(request: HttpRequest, pk: int) -> Activity:
    """The activity, for those who run it."""
    seat = seat_of(request)
    row = get_object_or_404(visible(seat), pk=pk)
    if not manages(seat, row):
        from django.core.exceptions import PermissionDenied

        raise PermissionDenied("签到台由承办活动的工作人员使用。")
    return row


def picture(address: str) -> str:
    """The QR code as an inline SVG (img-src data:)."""
    import base64

    out = io.BytesIO()
    qrcode.make(address, image_factory=qrcode.image.svg.SvgPathImage, border=2).save(out)
    return "data:image/svg+xml;base64," + base64.b64encode(out.getvalue()).decode()


@never_cache
@require_safe
@needs(*BUSINESS)
def wall(request: HttpRequest, pk: int) -> HttpResponse:
    """For the projector: the code of this half minute, and how many are here."""
    row = managed(request, pk)
    now = timezone.now()
    code = code_at(row, now)
    address = request.build_absolute_uri(f"{reverse('activity-in', args=[pk])}?c={code}")
    context = {
        "row": row,
        "code": f"{code[:3]} {code[3:]}",
        "qr": picture(address),
        "address": request.build_absolute_uri(reverse("activity-in", args=[pk])),
        "left": STEP - int(now.timestamp()) % STEP,
        "heads": heads(row),
        "part": request.headers.get("hx-request") == "true",
        "open": row.state == "open",
    }
    name = "activities/wall_code.html" if context["part"] else "activities/wall.html"
    return render(request, name, context)


@never_cache
@needs(*BUSINESS)
def mine(request: HttpRequest, pk: int) -> HttpResponse:
    """The member's phone: the code is scanned or typed; one button."""
    seat = seat_of(request)
    problem = ""
    code = request.POST.get("code", request.GET.get("c", ""))[:12]
    if request.method == "POST":
        try:
            sign_in(seat, pk, code=code, leaving=bool(request.POST.get("leaving")))
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect("activity-in", pk=pk)
    row = get_object_or_404(
        Activity.objects.prefetch_related("sittings"), committee_id=seat.committee_id, pk=pk
    )
    found = Attendance.objects.filter(activity=row, person_id=seat.person_id).first()
    sitting = sitting_at(row, timezone.now())
    presence = None
    if found and sitting:
        presence = found.presences.filter(sitting=sitting).first()
    context = {
        "row": row,
        "code": code,
        "problem": problem,
        "presence": presence,
        "sitting": sitting,
        "several": len(row.sittings.all()) > 1,
        "seat_label": found.seat_label if found else "",
        "group_name": found.group_name if found else "",
        "listed": bool(found),
    }
    return render(request, "activities/in.html", context, status=409 if problem else 200)


@never_cache
@needs(*BUSINESS)
def ticking(request: HttpRequest, pk: int) -> HttpResponse:
    """The clerk's list: tick who is here. With script it goes on without network."""
    row = managed(request, pk)
    seat = seat_of(request)
    now = timezone.now()
    if request.method == "POST":
        people = [int(p) for p in request.POST.getlist("people") if p.isdecimal() and len(p) < 10]
        try:
            tick(seat, pk, people=people, what=request.POST.get("what", "in"))
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, f"已记 {len(people)} 位")
        return redirect("activity-list", pk=pk)
    sitting = sitting_at(row, now) or row.sittings.first()
    found = lines(row, Attendance.objects.filter(activity=row), sitting)
    return render(
        request,
        "activities/ticking.html",
        {
            "row": row,
            "people": found,
            "sitting": sitting,
            "heads": heads(row),
            "states": ATTENDANCE.states,
            "open": row.state == "open",
        },
    )


@require_POST
@needs(*BUSINESS)
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """What the phone kept, as JSON. 200 names what was new and what was known already."""
    managed(request, pk)
    if len(request.body) > BIGGEST:
        return JsonResponse({"reason": "一次送得太多，请分几次。"}, status=413)
    try:
        given = read(json.loads(request.body))
    except (BadBundle, ValueError) as error:
        words = str(error) if isinstance(error, BadBundle) else "内容不完整。"
        return JsonResponse({"reason": words}, status=422)
    try:
        kept = merge_ticks(seat_of(request), pk, **given)
    except Refused as refused:
        return JsonResponse({"reason": str(refused)}, status=409)
    return JsonResponse(
        {
            "new": getattr(kept, "new", 0),
            "known": getattr(kept, "known", 0),
            "strangers": getattr(kept, "strangers", []),
        }
    )


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker that keeps a ticking page readable without network. Holds no data."""
    from django.contrib.staticfiles import finders
    from django.contrib.staticfiles.storage import staticfiles_storage

    name = "activities/offline-worker.js"
    path = finders.find(name)
    if path:
        with open(str(path), "rb") as file:
            data = file.read()
    else:
        with staticfiles_storage.open(name) as file:
            data = file.read()
    answer = HttpResponse(data, content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    return answer
