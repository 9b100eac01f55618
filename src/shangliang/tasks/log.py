"""The log of a task: one entry a verb, with its words; and telling the people concerned."""

from typing import Any

from django.db import models

from ..actors.models import Tie
from ..documents.models import Document
from ..notices.post import post
from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from .models import Progress, Task


def entry(
    task: Task,
    seat: Seat,
    kind: Progress.Kind,
    text: str,
    percent: int | None = None,
    evidence: Document | None = None,
    **more: Any,
) -> Progress:
    """Write one entry; where no percentage is given the last one stands.

    The task keeps what its last entry said; the verb saves it. ``more``: code, sampled, held.
    """
    percent = task.percent if percent is None else percent
    task.percent, task.told_on = percent, today()
    return Progress.objects.create(
        committee_id=task.committee_id,
        task=task,
        kind=kind,
        on=today(),
        percent=percent,
        text=text,
        evidence=evidence,
        by_id=seat.person_id,
        **more,
    )


def heads_and_staff(task: Task, units: list[int]) -> list[int]:
    """People of these units."""
    ties = Tie.objects.filter(
        committee_id=task.committee_id,
        kind__in=[Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD],
        whom_id__in=units,
    )
    return list(ties.on(today()).values_list("who_id", flat=True).distinct()) if units else []


def owners(task: Task) -> list[int]:
    """People of the unit that promised."""
    kinds = [Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD]
    return people(task.committee_id, *kinds, whom=task.owner_id)


def office(task: Task) -> list[int]:
    """The supervising office and the proposal committee."""
    return people(task.committee_id, Tie.Kind.SUPERVISOR, Tie.Kind.CLERK)


def people(committee_id: int, *kinds: str, whom: int | None = None) -> list[int]:
    """Who has one of these ties today, to ``whom`` where named."""
    rows = Tie.objects.filter(committee_id=committee_id, kind__in=kinds).on(today())
    rows = rows.filter(whom_id=whom) if whom else rows
    return list(rows.values_list("who_id", flat=True).distinct())


def tell(task: Task, to: list[int], verb: str, text: str, needs_act: bool = False) -> None:
    """One notice about the task."""
    post(
        committee_id=task.committee_id,
        to=to,
        kind=f"task.{verb}",
        text=text,
        case=task,
        url=f"/tasks/{task.pk}/",
        needs_act=needs_act,
    )


def tell_units(case: models.Model, units: list[int], text: str) -> None:
    """One notice to the people of many units."""
    committee = case.committee_id  # type: ignore[attr-defined]
    ties = Tie.objects.filter(
        committee_id=committee,
        kind__in=[Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD],
        whom_id__in=units,
    )
    to = list(ties.on(today()).values_list("who_id", flat=True).distinct())
    post(
        committee_id=committee,
        to=to,
        kind="circular.issue",
        text=text,
        case=case,
        url="/board/circular/",
    )
