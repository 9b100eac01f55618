"""Which calls, reports, suggestions and instructions a seat may see."""

from django.db.models import Q, QuerySet
from django.urls import reverse

from ..procedures.reach import REACH
from ..procedures.seat import Seat
from ..tasks.sources import SOURCES, Source
from .flow.who import READERS
from .models import (
    Briefing,
    Call,
    Campaign,
    Handin,
    Instruction,
    Matter,
    Organ,
    OrganMeeting,
    Relay,
    Sitting,
    StudySheet,
    Suggestion,
)


def calls(seat: Seat) -> QuerySet[Call]:
    """The offices all; a unit those sent to it."""
    rows = Call.objects.filter(committee_id=seat.committee_id)
    if not seat.signed_in:
        return rows.none()
    if seat.has(*READERS):
        return rows
    asked = Handin.objects.filter(committee_id=seat.committee_id, unit_id__in=seat.units)
    return rows.exclude(state="draft").filter(pk__in=asked.values("call_id"))


def handins(seat: Seat) -> QuerySet[Handin]:
    """The offices all; a unit its own report and nobody else's."""
    rows = Handin.objects.filter(committee_id=seat.committee_id).select_related("call", "unit")
    if not seat.signed_in:
        return rows.none()
    if seat.has(*READERS):
        return rows
    return rows.filter(unit_id__in=seat.units).exclude(call__state="draft")


def suggestions(seat: Seat) -> QuerySet[Suggestion]:
    """The offices all; a unit what it raised, what was merged with that, what it answers."""
    rows = Suggestion.objects.filter(committee_id=seat.committee_id).select_related(
        "unit", "addressee", "lead"
    )
    if not seat.signed_in:
        return rows.none()
    if seat.has(*READERS):
        return rows
    own = Suggestion.objects.filter(committee_id=seat.committee_id, unit_id__in=seat.units)
    return rows.filter(
        Q(unit_id__in=seat.units)
        | Q(pk__in=own.exclude(lead=None).values("lead_id"))
        | Q(addressee_id__in=seat.units, state__in=("sent", "answered"))
    )


def instructions(seat: Seat) -> QuerySet[Instruction]:
    """The offices all; a unit those given to it."""
    rows = Instruction.objects.filter(committee_id=seat.committee_id)
    if not seat.signed_in:
        return rows.none()
    if seat.has(*READERS):
        return rows
    return rows.filter(units__unit_id__in=seat.units).distinct()


def briefings(seat: Seat) -> QuerySet[Briefing]:
    """The register of briefings, for the offices."""
    rows = Briefing.objects.filter(committee_id=seat.committee_id).select_related("instruction")
    return rows if seat.signed_in and seat.has(*READERS) else rows.none()


def campaigns(seat: Seat) -> QuerySet[Campaign]:
    """Study campaigns: the offices, and the units that take part."""
    rows = Campaign.objects.filter(committee_id=seat.committee_id)
    if not seat.signed_in:
        return rows.none()
    if seat.has(*READERS):
        return rows
    return rows.filter(sheets__unit_id__in=seat.units).distinct()


def sheets(seat: Seat) -> QuerySet[StudySheet]:
    """The offices all; a unit its own."""
    rows = StudySheet.objects.filter(committee_id=seat.committee_id).select_related(
        "campaign", "unit", "intake"
    )
    if not seat.signed_in:
        return rows.none()
    return rows if seat.has(*READERS) else rows.filter(unit_id__in=seat.units)


def sittings(seat: Seat) -> QuerySet[Sitting]:
    """Hearings and sessions of the centre group: the offices and leaders."""
    rows = Sitting.objects.filter(committee_id=seat.committee_id)
    return rows if seat.signed_in and seat.has(*READERS) else rows.none()


def relays(seat: Seat) -> QuerySet[Relay]:
    """What is conveyed: the offices all; a unit what it is to convey."""
    rows = Relay.objects.filter(committee_id=seat.committee_id).select_related("intake")
    if not seat.signed_in:
        return rows.none()
    if seat.has(*READERS):
        return rows
    return rows.filter(units__unit_id__in=seat.units).distinct()


def organs(seat: Seat) -> QuerySet[Organ]:
    """Bodies that meet and decide: the offices and leaders."""
    rows = Organ.objects.filter(committee_id=seat.committee_id).select_related("secretary", "after")
    return rows if seat.signed_in and seat.has(*READERS) else rows.none()


def organ_meetings(seat: Seat) -> QuerySet[OrganMeeting]:
    """Their meetings, for the same."""
    rows = OrganMeeting.objects.filter(committee_id=seat.committee_id).select_related("organ")
    return rows if seat.signed_in and seat.has(*READERS) else rows.none()


def matters(seat: Seat) -> QuerySet[Matter]:
    """What is put before them, for the same."""
    rows = Matter.objects.filter(committee_id=seat.committee_id).select_related("organ")
    return rows if seat.signed_in and seat.has(*READERS) else rows.none()


def sittings_named(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """The sitting a task was decided at: its name for all who see the task, the page for the offices."""
    opens = seat.has(*READERS)
    rows = Sitting.objects.filter(committee_id=seat.committee_id, pk__in=ids)
    return {
        row.pk: Source(row.get_kind_display(), row.title, row.get_absolute_url() if opens else "")
        for row in rows
    }


def calls_named(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """The meeting a task was set at."""
    return {
        row.pk: Source("会议", row.title, reverse("call", args=[row.pk]))
        for row in calls(seat).filter(pk__in=ids)
    }


def instructions_named(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """The instruction a task rests on."""
    return {
        row.pk: Source(f"{row.leader} {row.on:%Y-%m-%d} 批示", row.text, row.get_absolute_url())
        for row in instructions(seat).filter(pk__in=ids)
    }


REACH["call"] = calls
REACH["handin"] = handins
REACH["suggestion"] = suggestions
REACH["instruction"] = instructions
REACH["sitting"] = sittings
REACH["relay"] = relays
REACH["matter"] = matters
REACH["organ_meeting"] = organ_meetings
SOURCES["sitting"] = sittings_named
SOURCES["call"] = calls_named
SOURCES["instruction"] = instructions_named
