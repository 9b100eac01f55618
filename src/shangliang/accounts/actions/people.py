"""开账号、停用、重置: the system administrator's verbs. What an account may do is granted elsewhere."""

import re
import secrets
from datetime import timedelta

from django.utils import timezone

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import User, Visit
from .who import account_here

HOURS = 24
# Without 0 O 1 l I: read from a screen, typed by somebody else.
LETTERS, CAPITALS, DIGITS = "abcdefghijkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789"
LOGIN = re.compile(r"^[\w.\-]{3,60}$")


def one_time() -> str:
    """Three groups of four with every class, about 65 bits."""
    groups = [
        "".join(secrets.choice(LETTERS + CAPITALS + DIGITS) for _ in range(4)) for _ in range(3)
    ]
    return (
        "-".join(groups)
        + secrets.choice(LETTERS)
        + secrets.choice(CAPITALS)
        + secrets.choice(DIGITS)
    )


def give_one_time(user: User) -> str:
    """A password that works once and for a day; the owner then sets an own one."""
    secret = one_time()
    user.set_password(secret)
    user.must_change_password = True
    user.initial_until = timezone.now() + timedelta(hours=HOURS)
    user.session_stamp += 1
    return secret


@act("account.make", "开账号", Role.ADMIN)
def make_account(seat: Seat, *, person: int, username: str) -> Done:
    """An account for somebody in the register. Result: (account, one-time password)."""
    who = Actor.objects.filter(
        committee_id=seat.committee_id, pk=person, kind=Actor.Kind.PERSON
    ).first()
    if who is None:
        raise refuse("名册里没有这个人。", "wall")
    if who.account_id:
        raise refuse(f"{who} 已经有账号了。")
    username = username.strip()
    if not LOGIN.match(username):
        raise refuse("登录名用 3 到 60 个字母、汉字、数字、点、横线。")
    if User.objects.filter(username__iexact=username).exists():
        raise refuse(f"登录名“{username}”已经有人用，请换一个。")
    user = User(username=username)
    secret = give_one_time(user)
    user.save()
    who.account = user
    who.save(update_fields=["account"])
    return Done(case=who, detail={"account": user.pk}, result=(user, secret))


@act("account.reset", "重置密码", Role.ADMIN)
def reset_password(seat: Seat, pk: int) -> Done:
    """A new one-time password; sessions end; the second factor stays on (ASVS 6.4.3)."""
    user, person = account_here(seat, pk)
    if user.pk == seat.account_id:
        raise refuse("自己的密码请在“账号与安全”里改。", "who")
    only_here(seat, user)
    secret = give_one_time(user)
    user.save()
    return Done(case=person, result=(user, secret))


def only_here(seat: Seat, user: User) -> None:
    """An account that also serves another committee is not this administrator's alone."""
    if Actor.objects.filter(account=user).exclude(committee_id=seat.committee_id).exists():
        raise refuse(
            "这个账号在别的政协也有身份，请由两边的系统管理员一起办；本政协可以结束他的职责。"
        )


@act("account.disable", "停用账号", Role.ADMIN)
def disable(seat: Seat, pk: int, *, active: bool = False) -> Done:
    """Ends every session at once. ``active`` lets the account in again."""
    user, person = account_here(seat, pk)
    if user.pk == seat.account_id:
        raise refuse("不能停用自己的账号。", "who")
    only_here(seat, user)
    user.is_active = active
    user.session_stamp += 1
    user.save()
    Visit.objects.filter(account=user).delete()
    return Done(case=person, detail={"account": user.pk, "active": active})
