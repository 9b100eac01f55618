"""第二因子: asking for the code, setting the device up. A code is good once (ASVS 6.5.1)."""

import base64
import io

import qrcode
import qrcode.image.svg
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django_otp import login
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from ...procedures.verdicts import Refused
from ..access_log import note
from ..actions.turn_on import begin, turn_on
from ..forms.sign_in import CodeForm
from ..models import User
from .gate import account_of, onward, own, waiting

DIGITS = 6


def try_code(user: User, code: str) -> tuple[object | None, str]:
    """(device that took the code, else None and the words why not).

    Six digits ask the phone, anything else the recovery codes, so that a slip with the one does
    not make the other wait.
    """
    words = "验证码不对。请等下一组数字再填。"
    kind = TOTPDevice if code.isdigit() and len(code) == DIGITS else StaticDevice
    for device in kind.objects.filter(user=user, confirmed=True).select_for_update():
        allowed, why = device.verify_is_allowed()
        if not allowed:
            until = (why or {}).get("locked_until")
            clock = f"（{timezone.localtime(until):%H:%M:%S} 以后）" if until else ""
            words = f"试得太快，请稍等几秒再填{clock}。"
        elif device.verify_token(code):
            return device, ""
    return None, words


@never_cache
@own
def ask(request: HttpRequest) -> HttpResponse:
    """The code, after the password and before anything else."""
    user = account_of(request)
    if not user.second_factor or user.is_verified():  # type: ignore[attr-defined]
        return redirect(onward(request))
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():  # the row lock keeps two tabs from using one code
            device, words = try_code(user, form.cleaned_data["code"])
        if device is not None:
            login(request, device)
            request.session.cycle_key()
            remember_key(request, user)
            note("second_ok", request, account_id=user.pk, person=None)
            return redirect(onward(request))
        note("second_failed", request, account_id=user.pk)
        form.add_error("code", words)
    context = {"form": form, "next": onward(request, "")}
    return render(request, "accounts/second.html", context, status=422 if form.errors else 200)


def remember_key(request: HttpRequest, user: User) -> None:
    """The session has a new key: the list of visits follows it."""
    from .sign_in import address, agent_words

    user.visits.update_or_create(
        session_key=request.session.session_key,
        defaults={"ip": address(request), "agent": agent_words(request)},
    )
    # The row of the key that was given up matches no session any more.
    from django.contrib.sessions.models import Session

    live = Session.objects.filter(
        session_key__in=list(user.visits.values_list("session_key", flat=True))
    ).values_list("session_key", flat=True)
    user.visits.exclude(session_key__in=[*live, request.session.session_key]).delete()


def picture(device: TOTPDevice, user: User) -> str:
    """The QR code as an inline SVG (img-src data:)."""
    from urllib.parse import quote

    secret = base64.b32encode(device.bin_key).decode().rstrip("=")
    label = quote(f"商量:{user.username}")
    url = f"otpauth://totp/{label}?secret={secret}&issuer={quote('商量')}&digits=6&period=30"
    out = io.BytesIO()
    qrcode.make(url, image_factory=qrcode.image.svg.SvgPathImage, border=2).save(out)
    return "data:image/svg+xml;base64," + base64.b64encode(out.getvalue()).decode()


@never_cache
@own
def set_up(request: HttpRequest) -> HttpResponse:
    """Explain, scan, confirm, then ten recovery codes shown once."""
    user, seat = account_of(request), waiting(request)
    if user.second_factor and not user.is_verified():  # type: ignore[attr-defined]
        return redirect("second")
    device = TOTPDevice.objects.filter(user=user, confirmed=False).last()
    if request.method == "POST" and "begin" in request.POST:
        begin(user)
        return redirect(request.get_full_path())
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            confirmed, codes = turn_on(seat, code=form.cleaned_data["code"])
        except Refused as refused:
            form.add_error("code", str(refused))
        else:
            login(request, confirmed)
            messages.success(request, "第二因子设好了。")
            context = {"codes": codes, "next": onward(request)}
            return render(request, "accounts/recovery.html", context)
    context = {
        "form": form,
        "next": onward(request, ""),
        "picture": picture(device, user) if device else "",
        "secret": grouped(device) if device else "",
        "again": user.second_factor,
        "forced": not seat.signed_in or request.seat != seat,  # type: ignore[attr-defined]
    }
    return render(
        request, "accounts/second_setup.html", context, status=422 if form.errors else 200
    )


def grouped(device: TOTPDevice) -> str:
    """The key for typing by hand, in groups of four."""
    key = base64.b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(key[i : i + 4] for i in range(0, len(key), 4))
