"""Making, finding and revoking tokens. Each act is an event; the secret is in none of them."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from ..accounts.seats import seat_of
from ..actors.models import Actor
from ..procedures.perform import Done
from ..procedures.plain import act
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import ApiToken

PREFIX = "sl_"
LONGEST_DAYS = 366
MOST = 20  # tokens a person may hold at once
USED_EVERY = timedelta(minutes=1)


def digest_of(secret: str) -> str:
    """A digest without salt is enough: the secret has 256 bits of chance."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def live(seat: Seat, now: datetime | None = None) -> QuerySet[ApiToken]:
    """The seat's own tokens that still open."""
    return ApiToken.objects.filter(
        committee_id=seat.committee_id,
        owner_id=seat.person_id,
        revoked_at__isnull=True,
        expires_at__gt=now or timezone.now(),
    )


@act("token.make", "建立接口令牌")
def make(seat: Seat, *, name: str, days: int) -> Done:
    """A new token; the result is (row, secret), and nobody can read the secret again."""
    if not name.strip():
        raise refuse("请写清这个令牌给哪个程序用。")
    if not 1 <= days <= LONGEST_DAYS:
        raise refuse(f"有效期在 1 到 {LONGEST_DAYS} 天之间。")
    if live(seat).count() >= MOST:
        raise refuse(f"最多同时有 {MOST} 个令牌，请先撤销不用的。")
    secret = PREFIX + secrets.token_urlsafe(32)
    owner = Actor.objects.select_related("account").get(pk=seat.person_id)
    row = ApiToken.objects.create(
        committee_id=seat.committee_id,
        owner=owner,
        name=name.strip()[:60],
        digest=digest_of(secret),
        hint=secret[:8],
        stamp=owner.account.session_stamp if owner.account else 0,
        expires_at=timezone.now() + timedelta(days=days),
    )
    return Done(case=owner, about=row, detail={"days": days}, result=(row, secret))


@act("token.revoke", "撤销接口令牌")
def revoke(seat: Seat, pk: int) -> Done:
    """End one of the seat's own tokens at once."""
    row = live(seat).select_for_update(of=("self",)).select_related("owner").filter(pk=pk).first()
    if row is None:
        raise refuse("没有这个令牌，或者它已经失效。", "wall")
    row.revoked_at = timezone.now()
    row.save(update_fields=["revoked_at"])
    return Done(case=row.owner, about=row, result=row)


def opened_by(secret: str, ip: str | None = None) -> tuple[ApiToken, Seat] | None:
    """The token and the seat it gives today, or None: unknown, ended, or its owner's account is."""
    now = timezone.now()
    row = (
        ApiToken.objects.filter(digest=digest_of(secret), revoked_at__isnull=True)
        .select_related("owner__account", "owner__committee")
        .first()
    )
    if row is None or row.expires_at <= now or not row.owner.active:
        return None
    account = row.owner.account
    if account is None or not account.is_active or account.session_stamp != row.stamp:
        return None
    if account.must_change_password or (account.demo and not settings.DEMO):
        return None
    if row.used_at is None or now - row.used_at > USED_EVERY:
        ApiToken.objects.filter(pk=row.pk).update(used_at=now)
    return row, seat_of(row.owner, ip=ip)
