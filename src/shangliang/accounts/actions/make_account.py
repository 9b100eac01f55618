"""开账号."""

import re

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import User
from ..one_time import give_one_time

LOGIN = re.compile(r"^[\w.\-]{3,60}$")


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
