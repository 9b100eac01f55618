"""牵线: a lead or a need, stage by stage, with consent and a word on one's own interest (S-086)."""

from datetime import date

from django.db import transaction

from ...actors.models import Actor
from ...journal import write as journal
from ...journal.erasures import deletes
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..flow import LEAD
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


def advance(case: Lead, seat: Seat, verb_name: str, note: str, matched: int | None = None) -> Done:
    if not note.strip():
        raise refuse("请写一句做到了什么。")
    if matched:
        other = Lead.objects.filter(pk=matched, committee_id=case.committee_id).first()
        if other is None or other.side == case.side:
            raise refuse("请选对面的一条：线索配需求，需求配线索。")
        case.matched = other
    case.result = note.strip()[:300]
    post(
        committee_id=case.committee_id, to=[case.introducer_id], kind=f"lead.{verb_name}",
        text=f"您牵的线“{case.title}”：{LEAD[verb_name].label}", case=case,
        url=case.get_absolute_url(), but=seat.person_id,
    )  # fmt: skip
    return Done(detail={"person": case.introducer_id})


@verb(LEAD, "to_visit", Lead)
def to_visit(case: Lead, seat: Seat, *, note: str, matched: int | None = None) -> Done:
    return advance(case, seat, "to_visit", note, matched)


@verb(LEAD, "to_agreement", Lead)
def to_agreement(case: Lead, seat: Seat, *, note: str) -> Done:
    return advance(case, seat, "to_agreement", note)


@verb(LEAD, "to_landed", Lead)
def to_landed(case: Lead, seat: Seat, *, note: str) -> Done:
    """The introducer keeps the credit; what landed is said in a sentence."""
    return advance(case, seat, "to_landed", note)


@verb(LEAD, "end_lead", Lead)
def end_lead(case: Lead, seat: Seat, *, note: str) -> Done:
    return advance(case, seat, "end_lead", note)


@verb(LEAD, "withdraw_consent", Lead)
def withdraw_consent(case: Lead, seat: Seat) -> Done:
    """The other side's name goes at once; what remains is that there was a lead of this kind."""
    empty_lead(case)
    return Done()


def empty_lead(case: Lead) -> None:
    LeadContact.objects.filter(lead=case).delete()
    # What was reached may name the other side too.
    case.text, case.result, case.consent_until = "", "", today()
    case.title = f"（{case.get_what_display()}{case.get_side_display()}，对方已撤回同意）"


@deletes("lead.withdraw_consent")
def delete_lead_again(committee_id: int, pk: int) -> None:
    for case in Lead.objects.filter(committee_id=committee_id, pk=pk):
        empty_lead(case)
        case.state = "ended"
        case.save()
