"""Sign-in page; lock-out after five failures is axes' work, its words and its log are ours."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.auth import login
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from ..access_log import address, note
from ..forms.sign_in import SignInForm
from ..models import User, Visit

BACKEND = "django.contrib.auth.backends.ModelBackend"
# What a browser calls itself, in words one recognises in the list of sessions.
BROWSERS = (("MicroMessenger", "微信"), ("DingTalk", "钉钉"), ("Edg", "Edge"), ("Firefox", "火狐"),
            ("Chrome", "Chrome"), ("Safari", "Safari"))  # fmt: skip
SYSTEMS = (("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "安卓"),
           ("Mac OS", "Mac"), ("Linux", "Linux"))  # fmt: skip


def typed_name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The login as it is counted for the lock: without case, so that Admin and admin are one."""
    given = (credentials or {}).get("username") or request.POST.get("username") or ""
    return str(given).strip().lower()[:60]


def agent_words(request: HttpRequest) -> str:
    """``Edge · Windows``; 未知浏览器 when it does not say."""
    agent = request.headers.get("User-Agent", "")
    found = [
        next((word for mark, word in known if mark in agent), "") for known in (BROWSERS, SYSTEMS)
    ]
    return " · ".join(word for word in found if word) or "未知浏览器"


def enter(request: HttpRequest, user: User, kind: str) -> None:
    """A fresh session for ``user``; whatever another account left on this browser goes."""
    if request.user.is_authenticated and request.user.pk != user.pk:
        request.session.flush()
    login(request, user, backend=BACKEND)
    now = datetime.now(UTC).timestamp()
    request.session.update({"stamp": user.session_stamp, "last": now, "since": now})
    if request.session.session_key is None:
        request.session.create()
    Visit.objects.update_or_create(
        session_key=request.session.session_key,
        defaults={"account": user, "ip": address(request), "agent": agent_words(request)},
    )
    note(kind, request, account_id=user.pk)


class SignIn(LoginView):
    """登录."""

    template_name = "accounts/sign_in.html"
    form_class = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: Any) -> HttpResponse:
        enter(self.request, form.get_user(), "sign_in")
        return HttpResponseRedirect(self.get_success_url())

    def form_invalid(self, form: Any) -> HttpResponse:
        name = form.cleaned_data.get("username") if hasattr(form, "cleaned_data") else ""
        if name:
            found = User.objects.filter(username__iexact=name).values_list("pk", flat=True).first()
            note("sign_in_failed", self.request, account_id=found)
        answer = super().form_invalid(form)
        answer.status_code = 422
        return answer


class SignOut(LogoutView):
    """退出; the browser forgets what it kept (ASVS 14.3.2)."""

    next_page = "/"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and request.user.is_authenticated:
            note("sign_out", request, account_id=request.user.pk)
            Visit.objects.filter(session_key=request.session.session_key).delete()
        answer = super().dispatch(request, *args, **kwargs)
        answer["Clear-Site-Data"] = '"cache", "storage"'
        return answer


def locked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Five failures: say how long, without saying whether the account exists."""
    name = typed_name(request)
    found = User.objects.filter(username__iexact=name).values_list("pk", flat=True).first()
    note("sign_in_locked", request, account_id=found)
    answer = render(request, "accounts/locked.html", status=429)
    answer["Retry-After"] = "600"
    return answer
