"""Choosing a handling unit, for the forms of several verbs."""

from django import forms

from ...actors.models import Actor


def units_of(committee_id: int, but: int | None = None) -> list[tuple[str, str]]:
    """(id, name) of the handling units in use, in stroke order, after an empty line."""
    rows = Actor.objects.filter(committee_id=committee_id, kind=Actor.Kind.UNIT, active=True)
    rows = rows.exclude(pk=but) if but else rows
    return [("", "请选择")] + [
        (str(pk), short or name) for pk, name, short in rows.values_list("pk", "name", "short")
    ]


class UnitField(forms.TypedChoiceField):
    """One unit's id, or None."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(coerce=int, empty_value=None, **kwargs)  # type: ignore[arg-type]


def words(label: str, help_text: str = "", required: bool = True, rows: int = 4) -> forms.CharField:
    """A field for what is said with a verb."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": f"请写“{label}”。"},
    )
