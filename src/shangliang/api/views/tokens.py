"""接口令牌: one's own tokens, made and revoked; the secret is shown once."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..models import ApiToken
from ..tokens import LONGEST_DAYS, make, revoke


class NewToken(forms.Form):
    """What for, and for how long."""

    name = forms.CharField(label="给哪个程序用", max_length=60, help_text="例如：办公平台每日取数")
    days = forms.IntegerField(
        label="有效天数",
        min_value=1,
        max_value=LONGEST_DAYS,
        initial=90,
        help_text=f"最多 {LONGEST_DAYS} 天，到期自动失效。",
    )


@needs()
def tokens(request: HttpRequest) -> HttpResponse:
    """The list; POST makes one and shows its secret on this answer only."""
    seat = seat_of(request)
    form = NewToken(request.POST or None)
    secret, problem = "", ""
    if request.method == "POST" and form.is_valid():
        try:
            _, secret = make(seat, **form.cleaned_data)
            form = NewToken()
        except Refused as refused:
            problem = str(refused)
    rows = ApiToken.objects.filter(committee_id=seat.committee_id, owner_id=seat.person_id)
    now = timezone.now()
    listed = [
        {
            "row": row,
            "live": row.revoked_at is None and row.expires_at > now,
            "word": "已撤销" if row.revoked_at else "已到期" if row.expires_at <= now else "有效",
        }
        for row in rows[:100]
    ]
    context = {"form": form, "secret": secret, "problem": problem, "tokens": listed}
    answer = render(request, "api/tokens.html", context, status=409 if problem else 200)
    answer["Cache-Control"] = "no-store, private"
    return answer


@needs()
def revoke_token(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own, by button only."""
    seat = seat_of(request)
    get_object_or_404(ApiToken, pk=pk, owner_id=seat.person_id, committee_id=seat.committee_id)
    if request.method == "POST":
        revoke(seat, pk)
    return redirect("tokens")
