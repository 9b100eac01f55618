"""改消息设置: how a person wants to be told. The address itself never enters the log."""

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..channels.webhooks import BadAddress, check_address
from ..models import Notice, Preference

EMAILS = {"daily": "每天早上八点合成一封", "each": "每条一封", "never": "不发邮件"}
WEBHOOKS = {"": "不用", "wecom": "企业微信群机器人", "dingtalk": "钉钉群机器人"}


@act("notices.prefer", "改消息设置")
def prefer(seat: Seat, *, email: str, webhook: str = "", webhook_url: str = "") -> Done:
    """One's own preference. Notices of before are not sent again by the new way."""
    if not seat.signed_in:
        raise refuse("请先登录。", "who")
    if email not in EMAILS or webhook not in WEBHOOKS:
        raise refuse("请从列出的收法里选。")
    if webhook:
        try:
            webhook_url = check_address(webhook_url)
        except BadAddress as bad:
            raise refuse(str(bad)) from bad
    person = Actor.objects.get(pk=seat.person_id, committee_id=seat.committee_id)
    newest = (
        Notice.objects.filter(committee_id=seat.committee_id, to=person)
        .order_by("-pk")
        .values_list("pk", flat=True)
        .first()
    )
    row, _ = Preference.objects.update_or_create(
        committee_id=seat.committee_id,
        person=person,
        defaults={
            "email": email,
            "webhook": webhook,
            "webhook_url": webhook_url if webhook else "",
            "told_up_to": newest or 0,
        },
    )
    return Done(case=person, about=row, detail={"email": email, "webhook": webhook}, result=row)
