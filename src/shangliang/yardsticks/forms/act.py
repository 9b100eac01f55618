"""What every plain act's form shares: its page, its seat, the choices of its committee."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from ...procedures.forms import name_the_missing
from ...procedures.seat import Role, Seat
from ..models import Region, Yardstick
from ..who import KEEPERS, UNIT, keeps
from .verbs import bodies

WITH_UNITS = (*KEEPERS, *UNIT)


@dataclass(frozen=True)
class ActPage:
    """What one page does: its form, its verb, who may open it, where it leads."""

    title: str
    form: type["ActForm"]
    do: Callable[..., Any]
    roles: tuple[Role, ...]
    after: str = "compare"  # address name; the page named by ``next`` comes first
    opens: str = ""  # address name of the page of what was made, where the work goes on


class ActForm(forms.Form):
    """Knows its seat, so that choices are the committee's own. ``hidden``: numbers from the address."""

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        self.seat = seat
        super().__init__(*args, **kwargs)
        self.prepare()
        name_the_missing(self)

    def prepare(self) -> None:
        """Fill choices."""

    def choices(self, name: str, rows: list[tuple[Any, str]], blank: str = "请选") -> None:
        """Rows of a choice, the empty one first."""
        self.fields[name].choices = [("", blank), *rows]  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """Keyword arguments of the act."""
        return dict(self.cleaned_data)

    @property
    def place(self) -> list[Any]:
        """Positional arguments (a row's number)."""
        return []


def hidden(required: bool = True) -> forms.IntegerField:
    """A row's number carried from the page before."""
    return forms.IntegerField(
        required=required, min_value=1, max_value=2**53, widget=forms.HiddenInput
    )


def regions(seat: Seat, *levels: str) -> list[tuple[Any, str]]:
    """Regions of the committee that still exist."""
    rows = Region.objects.filter(committee_id=seat.committee_id, until__isnull=True)
    if levels:
        rows = rows.filter(level__in=levels)
    return [(r.pk, r.name) for r in rows]


def indicators(seat: Seat) -> list[tuple[Any, str]]:
    """Indicators in force, by group."""
    rows = Yardstick.objects.filter(
        committee_id=seat.committee_id, kind=Yardstick.Kind.INDICATOR, valid_to__isnull=True
    )
    return [(y.pk, f"{y.name}（{y.unit}）") for y in rows]


def own_bodies(seat: Seat) -> list[tuple[Any, str]]:
    """The office chooses any body; a unit itself."""
    rows = bodies(seat.committee_id)
    return rows if keeps(seat) else [r for r in rows if r[0] in seat.units]
