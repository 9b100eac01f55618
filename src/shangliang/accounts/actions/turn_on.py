"""设第二因子."""

from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import User
from .who import person_of

CODES = 10


TOTP, RECOVERY = "手机验证器", "恢复码"


def begin(user: User) -> TOTPDevice:
    """A device that counts only once its first code has been typed; unfinished ones go."""
    TOTPDevice.objects.filter(user=user, confirmed=False).delete()
    return TOTPDevice.objects.create(user=user, name=TOTP, confirmed=False)


@act("account.second_on", "设第二因子")
def turn_on(seat: Seat, *, code: str) -> Done:
    """The first right code confirms the device; the recovery codes are the result, shown once."""
    device = TOTPDevice.objects.filter(user_id=seat.account_id, confirmed=False).last()
    if device is None:
        raise refuse("请先扫码。")
    if not device.verify_token(code.strip()):
        raise refuse("验证码不对。请等下一组 6 位数再填；手机时间要准。")
    TOTPDevice.objects.filter(user_id=seat.account_id, confirmed=True).delete()
    device.confirmed = True
    device.save()
    User.objects.filter(pk=seat.account_id or 0).update(second_factor=True)
    return Done(case=person_of(seat), result=(device, new_codes(seat.account_id)))


def new_codes(account_id: int | None) -> list[str]:
    """Ten single-use codes; earlier ones no longer work."""
    StaticDevice.objects.filter(user_id=account_id).delete()
    device = StaticDevice.objects.create(user_id=account_id, name=RECOVERY)
    codes = [StaticToken.random_token() for _ in range(CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=c) for c in codes)
    return codes
