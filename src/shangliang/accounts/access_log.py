"""访问记录: sign-ins, refusals, openings of protected names. Light rows, ids only, never what was typed."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone

from ..actors.models import Actor
from ..journal.kinds import type_of
from ..journal.models import Access
from ..procedures.seat import Seat

WORDS = {
    "sign_in": "登录",
    "sign_in_demo": "演示登录",
    "sign_in_failed": "登录失败",
    "sign_in_locked": "登录被锁",
    "sign_out": "退出",
    "second_ok": "第二因子通过",
    "second_failed": "第二因子不对",
    "seat": "换身份",
    "denied": "没有权限",
    "name_opened": "打开受保护的姓名",
    "sessions_ended": "结束其他登录",
    "export": "导出",
}


def address(request: HttpRequest) -> str | None:
    """Where the request comes from."""
    return request.META.get("REMOTE_ADDR") or None


def note(
    kind: str,
    request: HttpRequest,
    *,
    account_id: int | None = None,
    person: Actor | None = None,
    **detail: Any,
) -> None:
    """One row. Without a person it belongs to the committee of the account's first person."""
    if person is None and account_id:
        person = Actor.objects.filter(account_id=account_id).order_by("pk").first()
    Access.objects.create(
        committee_id=person.committee_id if person else None,
        at=timezone.now(),
        person=person,
        account_id=account_id,
        kind=kind,
        ip=address(request),
        detail=detail,
    )


def note_seat(kind: str, seat: Seat, about: models.Model | None = None, **detail: Any) -> None:
    """What a signed-in seat did: a refusal met, a protected name opened."""
    Access.objects.create(
        committee_id=seat.committee_id or None,
        at=timezone.now(),
        person_id=seat.person_id or None,
        account_id=seat.account_id,
        kind=kind,
        about_type=type_of(about) if about is not None else "",
        about_id=about.pk if about is not None else None,
        ip=seat.ip,
        detail=detail,
    )


def name_opened(seat: Seat, about: models.Model) -> None:
    """Call where a page shows a name that is shielded from others (受保护的来源)."""
    note_seat("name_opened", seat, about)
