"""Sign-in page; lock-out after five failures is axes' work, its words are ours."""

from typing import Any

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class SignIn(LoginView):
    """登录."""

    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True


class SignOut(LogoutView):
    """退出; the browser forgets what it kept (ASVS 14.3.2)."""

    next_page = "/"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = super().dispatch(request, *args, **kwargs)
        answer["Clear-Site-Data"] = '"cache", "storage"'
        return answer


def locked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Five failures: say how long, without saying whether the account exists."""
    return render(request, "accounts/locked.html", status=429)
