"""The form of a ledger's row, made of what the ledger asks."""

from datetime import date
from typing import Any

from django import forms
from django.apps import apps

from ...procedures.seat import Seat
from ..ledgers.book import Field, Ledger
from ..models import Entry, Region
from ..who import keeps
from .verbs import bodies, day, line, pick, words


class EntryForm(forms.Form):
    """Fields of the preset; with a row they carry what it says and the place is fixed."""

    def __init__(self, *args: Any, seat: Seat, book: Ledger, row: Entry | None = None, **kwargs: Any) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.book, self.row = book, row
        self.order: list[str] = []
        if row is None:
            self.place(seat)
        for field in book.fields:
            self.fields[f"f_{field.code}"] = made(field)
            if row is not None:
                self.initial.setdefault(f"f_{field.code}", shown(field, row.data.get(field.code)))
        if row is not None:
            self.fields["note"] = line(
                "为什么改", required=False, help_text="原来的和改后的都留着。"
            )

    def place(self, seat: Seat) -> None:
        """What the row is of: its name, its county, whom it goes to, who owes it, what it is about."""
        book = self.book
        if book.about and (rows := abouts(book.about, seat)):
            self.fields["about"] = pick(f"从本系统选{book.title}", required=False)
            self.fields["about"].choices = [("", "不在系统里，下面写名称"), *rows]  # type: ignore[attr-defined]
        self.fields["title"] = line(book.title, most=160, required="about" not in self.fields)
        every = list(Region.objects.filter(committee_id=seat.committee_id, level="county", until__isnull=True))  # fmt: skip
        if book.region:
            mine = [r for r in every if keeps(seat) or r.speaks_id in seat.units]
            blank = "每个县各一行" if book.each_region and keeps(seat) else "请选"
            self.fields["region"] = pick("哪个县（市、区）", required=not book.each_region)
            self.fields["region"].choices = [("", blank), *[(r.pk, r.name) for r in mine]]  # type: ignore[attr-defined]
        if book.other:
            self.fields["other"] = pick(book.other)
            self.fields["other"].choices = [("", "请选"), *[(r.pk, r.name) for r in every]]  # type: ignore[attr-defined]
        if book.owner:
            rows = [b for b in bodies(seat.committee_id) if keeps(seat) or b[0] in seat.units]
            self.fields["owner"] = pick("责任单位")
            self.fields["owner"].choices = [("", "请选"), *rows]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "about" in self.fields and data.get("about") and not data.get("title"):
            names = dict(self.fields["about"].choices)  # type: ignore[attr-defined]
            data["title"] = names.get(data["about"], "")
        if "title" in self.fields and not self.errors and not data.get("title"):
            self.add_error("title", f"请写{self.book.title}。")
        return data

    def said(self) -> dict[str, Any]:
        """Field code → what was typed."""
        return {f.code: self.cleaned_data.get(f"f_{f.code}") for f in self.book.fields}


def made(field: Field) -> forms.Field:
    """One field of the preset as a control."""
    if field.kind == "choice":
        return forms.ChoiceField(
            label=field.label, required=field.required, help_text=field.help,
            choices=[("", "请选"), *[(c, c) for c in field.choices]],
        )  # fmt: skip
    if field.kind == "date":
        return day(field.label, field.required, field.help)
    if field.kind == "words":
        return words(field.label, field.required, 3, field.help)
    most = 20 if field.kind == "number" else 300
    return line(field.label, field.required, most, field.help)


def shown(field: Field, value: Any) -> Any:
    """A kept value as its control shows it."""
    return date.fromisoformat(value) if field.kind == "date" and value else value


def abouts(kind: str, seat: Seat) -> list[tuple[int, str]]:
    """Cases of another room to choose from, through that room's own reach."""
    from ...procedures.reach import REACH

    rows = REACH.get(kind)
    if rows is None or not apps.is_installed("shangliang.topics"):
        return []
    return [(r.pk, str(r)[:80]) for r in rows(seat).order_by("-pk")[:100]]
