"""Forms of verbs: one registry, so that a button, its page and its checks come from one place.

A room registers a form for each of its verbs that needs words::

    @form_of("proposal", "send_back")
    class SendBack(VerbForm):
        note = forms.CharField(label="哪里要改", widget=forms.Textarea)

Its cleaned data are the keyword arguments of the verb. A verb without a form needs only the button.
"""

from collections.abc import Callable
from typing import Any

from django import forms

from .seat import Seat

FORMS: dict[tuple[str, str], type["VerbForm"]] = {}


def name_the_missing(form: forms.Form) -> None:
    """An empty field is asked for by its own name, where nothing better is said already."""
    for field in form.fields.values():
        said = field.error_messages
        if field.label and said.get("required") == forms.Field.default_error_messages["required"]:
            chosen = isinstance(field, forms.ChoiceField | forms.ModelChoiceField)
            said["required"] = f"请{'选' if chosen else '填'}“{field.label}”。"


class VerbForm(forms.Form):
    """Knows its case and seat, so that choices are the case's own (units of the committee, ...)."""

    beside: str = ""  # safe markup the page puts after the form: what a script looks up

    def __init__(self, *args: Any, case: Any, seat: Seat, **kwargs: Any) -> None:
        self.case, self.seat = case, seat
        super().__init__(*args, **kwargs)
        self.prepare()
        name_the_missing(self)

    def prepare(self) -> None:
        """Fill choices and initial values from the case."""

    def arguments(self) -> dict[str, Any]:
        """Keyword arguments for the verb."""
        return dict(self.cleaned_data)


def form_of(table: str, verb: str) -> Callable[[type[VerbForm]], type[VerbForm]]:
    """Register the form of a verb."""

    def register(cls: type[VerbForm]) -> type[VerbForm]:
        FORMS[(table, verb)] = cls
        return cls

    return register
