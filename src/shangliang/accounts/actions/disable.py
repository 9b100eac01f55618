"""停用账号."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Visit
from ..one_time import only_here
from .who import account_here


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
