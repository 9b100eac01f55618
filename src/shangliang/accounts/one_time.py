"""账号: the one-time words these verbs give, and who they reach. What an account may do is granted elsewhere."""

import secrets
from datetime import timedelta

from django.utils import timezone

from ..actors.models import Actor
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import User

HOURS = 24


# Without 0 O 1 l I: read from a screen, typed by somebody else.
LETTERS, CAPITALS, DIGITS = "abcdefghijkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789"


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


def only_here(seat: Seat, user: User) -> None:
    """An account that also serves another committee is not this administrator's alone."""
    if Actor.objects.filter(account=user).exclude(committee_id=seat.committee_id).exists():
        raise refuse(
            "这个账号在别的政协也有身份，请由两边的系统管理员一起办；本政协可以结束他的职责。"
        )
