"""Which voices, issues, surveys, charges and leads a seat may see: one source for pages and exports."""

from django.db.models import Q, QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Role, Seat
from .flow import OUT
from .models import Charge, Consent, Issue, Lead, Policy, Survey, Voice

UNSENT = ("draft", "withdrawn")
FIRM_OFFICE = (Role.EDITOR, Role.ORGANISER, Role.SUPERVISOR, Role.LEADER)


def all_voices(seat: Seat) -> QuerySet[Voice]:
    """Everything of this room one may see, of whatever kind.

    Unsent drafts stay with their writers. A unit sees what it is asked to solve and nothing else; a
    member one's own; the inner channel is not public (docs/field.md 2.1).
    """
    rows = Voice.objects.filter(committee_id=seat.committee_id)
    if seat.extra.get("receipt"):
        return rows.filter(public_code=seat.extra["receipt"])
    if not seat.signed_in:
        return rows.none()
    mine = Q(author_id=seat.person_id) | Q(entered_by_id=seat.person_id)
    # Who was merged into another sees that one's way; others' text in it stays closed on the page.
    asked = Consent.objects.filter(committee_id=seat.committee_id, person_id=seat.person_id)
    allowed = mine | Q(pk__in=asked.values("voice_id"))
    if seat.has(Role.EDITOR):
        allowed |= ~Q(state__in=UNSENT)
    if seat.has(Role.LEADER):
        allowed |= Q(state__in=("agreed", "signed", *OUT))
    if seat.has(*FIRM_OFFICE):
        allowed |= Q(kind=Voice.Kind.DIFFICULTY) & ~Q(state__in=UNSENT)
    if seat.units:
        allowed |= Q(kind=Voice.Kind.DIFFICULTY, unit_id__in=seat.units) & ~Q(state__in=UNSENT)
    return rows.filter(allowed)


def visible(seat: Seat) -> QuerySet[Voice]:
    """Reports, micro-research and citizens' matters."""
    return all_voices(seat).exclude(kind=Voice.Kind.DIFFICULTY)


def difficulties(seat: Seat) -> QuerySet[Voice]:
    """Firms' difficulties."""
    return all_voices(seat).filter(kind=Voice.Kind.DIFFICULTY)


def issues(seat: Seat) -> QuerySet[Issue]:
    """The editors and leaders see issues; others see only that their own item is in one."""
    rows = Issue.objects.filter(committee_id=seat.committee_id)
    return rows if seat.has(Role.EDITOR, Role.LEADER) else rows.none()


def surveys(seat: Seat) -> QuerySet[Survey]:
    """Those who run them, and leaders."""
    rows = Survey.objects.filter(committee_id=seat.committee_id)
    return rows if seat.has(Role.EDITOR, Role.ORGANISER, Role.LEADER) else rows.none()


def leads(seat: Seat) -> QuerySet[Lead]:
    """The board is the members', leaders' and organisers'; contact details are not on it."""
    rows = Lead.objects.filter(committee_id=seat.committee_id)
    return rows if seat.has(Role.MEMBER, Role.ORGANISER, Role.LEADER) else rows.none()


def charges(seat: Seat) -> QuerySet[Charge]:
    """A leader one's own; the office all."""
    rows = Charge.objects.filter(committee_id=seat.committee_id)
    if seat.has(Role.ORGANISER, Role.SUPERVISOR):
        return rows
    return rows.filter(leader_id=seat.person_id) if seat.has(Role.LEADER) else rows.none()


def policies(seat: Seat) -> QuerySet[Policy]:
    """The office and its leaders all; a unit those it answers for; everybody else what is open, on the
    public page."""
    rows = Policy.objects.filter(committee_id=seat.committee_id)
    if seat.has(*FIRM_OFFICE):
        return rows
    return rows.filter(unit_id__in=seat.units) if seat.units else rows.none()


def open_policies(committee_id: int) -> QuerySet[Policy]:
    """What a firm may look at without account."""
    return Policy.objects.filter(committee_id=committee_id, state="open")


REACH.update(
    voice=visible,
    difficulty=difficulties,
    issue=issues,
    survey=surveys,
    lead=leads,
    policy=policies,
)
