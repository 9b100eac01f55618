"""重置密码."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..one_time import give_one_time, only_here
from .who import account_here


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
