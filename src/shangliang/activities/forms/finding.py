"""Forms of a finding's verbs."""

from typing import Any

from django import forms

from ...procedures.forms import VerbForm, form_of
from .fields import day, numbers, photo_field, units, words


@form_of("finding", "name_unit")
class NameUnit(VerbForm):
    """Whose it is."""

    unit = forms.TypedChoiceField(label="有关单位", coerce=int)

    def prepare(self) -> None:
        field: Any = self.fields["unit"]
        field.choices = units(self.case.committee_id)[1:]


@form_of("finding", "answer_finding")
class AnswerFinding(VerbForm):
    """What was done."""

    text = words("答复", "做了什么、改到什么程度。是不是改好，由复查来定。")


@form_of("finding", "confirm_finding")
class ConfirmFinding(VerbForm):
    """The second visit."""

    on = day("复查日期")
    seen = words("复查看到什么", rows=3)
    photo = photo_field("复查时的照片", required=True)


@form_of("finding", "find_again")
class FindAgain(VerbForm):
    """Not mended."""

    on = day("复查日期")
    seen = words("复查看到什么", rows=3)


@form_of("finding", "hand_over")
class HandOver(VerbForm):
    """The visible act that makes a duty of it."""

    title = forms.CharField(label="要办的事", max_length=200)
    due_on = day("时限", required=False)
    basis = forms.CharField(label="依据", max_length=200, required=False)

    def prepare(self) -> None:
        self.initial.setdefault("basis", self.case.clause)


@form_of("finding", "link_notes")
class LinkNotes(VerbForm):
    """What it rests on."""

    notes = numbers("依据哪些调研记录")

    def prepare(self) -> None:
        field: Any = self.fields["notes"]
        rows = self.case.project.notes.all() if self.case.project_id else []
        field.choices = [(n.pk, f"{n}：{n.text[:60]}") for n in rows]
        self.initial.setdefault("notes", [n.pk for n in self.case.notes.all()])
