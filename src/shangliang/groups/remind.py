"""Reminders of this room: a shift tomorrow, a contact that is due, a consent that ends; each told once."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from ..journal.kinds import type_of
from ..notices.models import Notice
from ..notices.post import post
from ..procedures.office_calendar import calendar_of, today
from .consent import rules
from .models import Listed, Shift, Team

CONSENT_ENDS = timedelta(days=30)


def remind_shifts() -> int:
    """Whoever is on duty today or on the next working day is told once. Idempotent."""
    told = 0
    soon = today() + timedelta(days=12)  # the longest holiday lies between
    rows = Shift.objects.filter(
        day__gte=today(), day__lte=soon, state__in=("planned", "asked"), told_at=None,
        committee_id__in=Team.objects.values("committee_id"),
    ).select_related("team__body")  # fmt: skip
    for row in rows:
        if row.day > calendar_of(row.committee_id).next_workday(today() + timedelta(days=1)):
            continue
        with transaction.atomic():
            mine = Shift.objects.filter(
                committee_id=row.committee_id, pk=row.pk, told_at=None
            ).update(told_at=timezone.now())
            if mine:
                post(
                    committee_id=row.committee_id, to=[row.person_id], kind="shift.near",
                    text=f"{row.day:%-m 月 %-d 日} {row.begins:%H:%M} 您在{row.team}值班",
                    case=row.team, url=row.get_absolute_url(), needs_act=True,
                )  # fmt: skip
                told += 1
    return told


def remind_contacts() -> int:
    """Once a month: a keeper is told how many contacts are due, without a name in the message."""
    told, day = 0, today()
    month = day.replace(day=1)
    kept: dict[tuple[int, int], list[int]] = {}
    rows = Listed.objects.filter(
        kind="contact", state="in", committee_id__in=Listed.objects.values("committee_id")
    ).prefetch_related("touches")
    for row in rows:
        last = max([t.on for t in row.touches.all()], default=row.consent_on or row.made_on)
        due = (day - last).days > (row.every_days or rules().every_days)
        if row.keeper_id and row.until >= day and due:
            kept.setdefault((row.committee_id, row.keeper_id), []).append(row.pk)
    for (committee, keeper), ids in kept.items():
        first = Listed.objects.get(committee_id=committee, pk=ids[0])
        if not said(committee, keeper, "contact.due", month):
            post(
                committee_id=committee, to=[keeper], kind="contact.due", case=first,
                text=f"有 {len(ids)} 位联系对象该联系了", url="/contact-duty/", needs_act=True,
            )  # fmt: skip
            told += 1
    return told


def said(committee: int, person: int, kind: str, since: object) -> bool:
    """Whether this was told since a day."""
    return Notice.objects.filter(
        committee_id=committee, to_id=person, kind=kind, made_at__date__gte=since
    ).exists()


def remind_consents() -> int:
    """Who has an account is told a month before the consent ends, once."""
    told, day = 0, today()
    rows = Listed.objects.filter(
        state="in", until__gte=day, until__lte=day + CONSENT_ENDS, person__account__isnull=False,
        committee_id__in=Listed.objects.values("committee_id"),
    )  # fmt: skip
    for row in rows:
        known = Notice.objects.filter(
            committee_id=row.committee_id, to_id=row.person_id, kind="listed.ends",
            case_type=type_of(row), case_id=row.pk, made_at__date__gte=day - CONSENT_ENDS * 2,
        )  # fmt: skip
        if row.person_id and not known.exists():
            post(
                committee_id=row.committee_id, to=[row.person_id], kind="listed.ends", case=row,
                text=f"您同意列入“{row.kind_label}”到 {row.until:%-m 月 %-d 日}为止，要续请到页上续",
                url=row.get_absolute_url(), needs_act=True,
            )  # fmt: skip
            told += 1
    return told


def remind_all() -> str:
    """All three, for the health page."""
    return f"{remind_shifts()} shifts, {remind_contacts()} keepers, {remind_consents()} consents"
