"""撤第二因子."""

from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from .who import account_here


@act("account.second_reset", "撤第二因子", Role.SECURITY)
def reset_second(seat: Seat, pk: int) -> Done:
    """For a lost phone. The owner sets it up anew at the next sign-in; every session ends."""
    user, person = account_here(seat, pk)
    if user.pk == seat.account_id:
        raise refuse("自己的第二因子请由另一位安全管理员撤。", "who")
    if not user.second_factor:
        raise refuse("这个账号没有设第二因子。")
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    user.second_factor = False
    user.session_stamp += 1
    user.save()
    return Done(case=person)
