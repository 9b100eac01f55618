"""改密码: by will, at the first sign-in, or after 90 days."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from ..actions.password import change_password
from ..forms.sign_in import PasswordForm
from ..models import Visit
from ..passwords import too_old
from .gate import account_of, onward, own, waiting
from .second import remember_key


@sensitive_post_parameters()
@never_cache
@own
def change(request: HttpRequest) -> HttpResponse:
    """The old password is asked again (ASVS 7.5.1); other sessions end."""
    user = account_of(request)
    form = PasswordForm(user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        fresh = change_password(waiting(request), new=form.cleaned_data["new_password1"])
        old_key = request.session.session_key
        update_session_auth_hash(request, fresh)
        request.session["stamp"] = fresh.session_stamp
        Visit.objects.filter(session_key=old_key).delete()
        remember_key(request, fresh)
        messages.success(request, "密码已改，别处的登录都已结束。")
        return redirect(onward(request, "/account/"))
    context = {
        "form": form,
        "next": onward(request, ""),
        "first": user.must_change_password,
        "old": too_old(user),
    }
    return render(request, "accounts/password.html", context, status=422 if form.errors else 200)
