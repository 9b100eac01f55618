"""``conflict``: one's own interest in it, or 无; contact details only with the other's consent."""

from datetime import date

from django.db import transaction

from ...actors.models import Actor
from ...journal import write as journal
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Lead, LeadContact
from ..texts import keep_out_secrets


def start_lead(
    seat: Seat,
    *,
    side: str,
    what: str,
    title: str,
    text: str = "",
    conflict: str,
    consent_on: date | None = None,
    consent_until: date | None = None,
    contact_name: str = "",
    contact: str = "",
) -> Lead:
    """``conflict``: one's own interest in it, or 无; contact details only with the other's consent."""
    if not seat.has(Role.MEMBER, Role.ORGANISER):
        raise refuse("只有委员或专委会工作人员可以登记。", "who")
    if side not in Lead.Side.values or what not in Lead.What.values:
        raise refuse("请选是线索还是需求，和哪一类。")
    if not title.strip():
        raise refuse("请用一句话写清是什么。")
    if not conflict.strip():
        raise refuse("请写与您本人、本企业有没有利益关系；没有就写“无”。")
    if (contact_name.strip() or contact.strip()) and not (consent_on and consent_until):
        raise refuse("要登记联系方式，先取得对方同意，写同意的日期和用到哪天。")
    if consent_until and consent_until < today():
        raise refuse("同意的截止日已经过去。")
    keep_out_secrets("open", title, text)
    with transaction.atomic():
        lead = Lead.objects.create(
            committee_id=seat.committee_id, side=side, what=what, title=title.strip()[:120],
            text=text.strip()[:2000], introducer=Actor.objects.get(pk=seat.person_id),
            conflict=conflict.strip()[:200], consent_on=consent_on, consent_until=consent_until,
        )  # fmt: skip
        if contact_name.strip() or contact.strip():
            LeadContact.objects.create(
                committee_id=seat.committee_id, lead=lead, name=contact_name.strip()[:60],
                contact=contact.strip()[:120],
            )  # fmt: skip
        journal.write(
            committee_id=lead.committee_id, person_id=seat.person_id, verb="lead.start", case=lead,
            detail={"kind": what, "side": side},
        )  # fmt: skip
        return lead
