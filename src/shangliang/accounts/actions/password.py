"""改密码: the old one is kept as a hash among the last five; other sessions end."""

from django.utils import timezone

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import PastPassword, User
from ..passwords import KEPT
from .who import person_of


@act("account.password", "改密码")
def change_password(seat: Seat, *, new: str) -> Done:
    """One's own. The form has asked for the old one and held the new one against the rules."""
    user = User.objects.select_for_update().filter(pk=seat.account_id or 0).first()
    if user is None:
        raise refuse("请先登录。", "who")
    PastPassword.objects.create(account=user, password=user.password)
    old = user.past_passwords.values_list("pk", flat=True)[KEPT:]
    PastPassword.objects.filter(pk__in=list(old)).delete()
    user.set_password(new)
    user.must_change_password, user.initial_until = False, None
    user.password_changed_at = timezone.now()
    user.session_stamp += 1
    user.save()
    return Done(case=person_of(seat), result=user)
