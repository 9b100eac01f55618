"""Fields of this room's forms."""

from collections.abc import Iterable
from typing import Any

from django import forms

from ...activities.forms.activity import day, moment, words
from ...actors.models import Actor, Tie
from ...documents.models import Clause, Intake
from ...procedures.office_calendar import today

__all__ = [
    "clause_choices",
    "day",
    "line",
    "moment",
    "number",
    "people_choices",
    "text_choices",
    "words",
]


def line(
    label: str, most: int = 120, required: bool = True, help_text: str = ""
) -> forms.CharField:
    """One line of words."""
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text)


def number(
    label: str, least: int, most: int, initial: int | None = None, help_text: str = ""
) -> forms.IntegerField:
    """A whole number; empty is nought where nought is allowed."""
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        initial=initial,
        required=least > 0,
        help_text=help_text,
    )


def text_choices(committee_id: int) -> list[tuple[Any, str]]:
    """Texts of 文件拆解 that were read."""
    rows = Intake.objects.filter(committee_id=committee_id, state__in=["open", "closed"])
    return [("", "不是系统里的文件"), *((row.pk, f"《{row.title}》") for row in rows[:300])]


def clause_choices(committee_id: int, intake: int | None = None) -> list[tuple[Any, Any]]:
    """Accepted clauses, under the name of their text."""
    rows = Clause.objects.filter(committee_id=committee_id).select_related("intake")
    if intake:
        rows = rows.filter(intake_id=intake)
    groups: dict[str, list[tuple[Any, str]]] = {}
    for row in rows.order_by("-intake_id", "part", "order")[:1000]:
        name = f"《{row.intake.title}》"
        groups.setdefault(name, []).append((row.pk, f"{row.address} {row.text[:40]}"))
    return [("", "请选"), *groups.items()]


def people_choices(committee_id: int, ids: Iterable[int] | None = None) -> list[tuple[int, str]]:
    """The committee's own people (members and staff), or those of ``ids``."""
    K = Tie.Kind
    ties = Tie.objects.filter(
        committee_id=committee_id, kind__in=[K.MEMBER, K.OFFICE, K.CLERK, K.ORGANISER, K.EDITOR]
    ).on(today())
    rows = Actor.objects.filter(committee_id=committee_id, kind=Actor.Kind.PERSON)
    chosen = ties.values_list("who_id", flat=True) if ids is None else list(ids)
    rows = rows.filter(pk__in=chosen)
    return [(row.pk, row.name) for row in rows.order_by("stroke_key", "id")]
