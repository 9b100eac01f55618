"""One way to draw a form field: label, help, error, control, tied together for a screen reader."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.forms import BoundField
from django.forms.forms import BaseForm
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

UPLOAD_MAX_MB = 20
MANY = 12  # ticks; more are small cards, found by a word


def control_class(widget: forms.Widget) -> str:
    """The class of the bare control; none for ticks and files, which the browser draws."""
    if isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple, forms.CheckboxInput)):
        return ""
    if isinstance(widget, forms.FileInput):
        return ""
    return "form-select" if isinstance(widget, forms.Select) else "form-control"


def attributes(field: BoundField, given: dict[str, Any], size: str = "") -> dict[str, Any]:
    """Template keywords as HTML attributes: ``data_paste_url`` means ``data-paste-url``."""
    attrs = {name.replace("_", "-"): value for name, value in given.items()}
    own = field.field.widget.attrs.get("class", "")
    classes = " ".join(c for c in (control_class(field.field.widget), own, size) if c)
    return attrs | ({"class": classes} if classes else {})


def control(field: BoundField, size: str = "", **given: Any) -> SafeString:
    """The control alone, for filter bars and tables that bring their own label."""
    return field.as_widget(attrs=attributes(field, given, size))


def described_by(field: BoundField, help_text: str) -> str:
    """The ids of help and errors, as parts/field.html writes them."""
    ids = [f"{field.auto_id}_helptext"] if help_text else []
    return " ".join(ids + ([f"{field.auto_id}_error"] if field.errors else []))


def options(field: BoundField, helps: dict[Any, str]) -> list[dict[str, Any]]:
    """The choices of a group, each with its native control and its line of help."""
    return [
        {
            "tag": sub.tag(),
            "id": sub.id_for_label,
            "label": sub.choice_label,
            "help": helps.get(str(sub.data["value"]), ""),
        }
        for sub in field.subwidgets
    ]


def field(
    bound: BoundField,
    label: str = "",
    help: str = "",  # noqa: A002 - the word the template writes
    look: str = "",
    size: str = "",
    under: str = "",
    count: int | None = None,
    option_help: dict[Any, str] | None = None,
    optional: str = "可不填",
    **given: Any,
) -> str:
    """A whole field. ``look``: opt (rows) or pick (small cards) for choices, by default as the form field
    says (``look``), small cards for many ticks, else rows; ``size``: w-s w-m w-l.

    ``optional``: the words at a field that may stay empty; "" where a draft may be unfinished.
    ``count`` shows a letter count; a textarea with ``max_length`` counts by itself. Options may
    carry a line of help: ``option_help`` here or on the form field, value -> text.
    """
    widget = bound.field.widget
    if isinstance(widget, forms.FileInput):
        return upload(bound)
    group = isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple))
    many = isinstance(widget, forms.CheckboxSelectMultiple) and len(bound.subwidgets) > MANY
    look = look or getattr(bound.field, "look", "pick" if many else "opt")
    help_text = help or str(bound.help_text)
    described = described_by(bound, help_text)
    if described and not group:
        given["aria_describedby"] = described
    if isinstance(widget, forms.Textarea) and count is None:
        count = getattr(bound.field, "max_length", None)
        # The browser would cut a long paste without a word; we count and say it instead.
        given["maxlength"] = False
    helps = option_help or getattr(bound.field, "option_help", {})
    return render_to_string(
        "parts/field.html",
        {
            "field": bound,
            "label": label or bound.label,
            "must": "" if bound.field.required else getattr(bound.field, "optional", optional),
            "help": help_text,
            "under": under,
            "count": count,
            "group": look if group else "",
            "find": many,
            "single": isinstance(widget, forms.CheckboxInput),
            "described": described,
            "options": options(bound, {str(k): v for k, v in helps.items()}) if group else [],
            "control": "" if group else control(bound, size, **given),
        },
    )


def upload(bound: BoundField, kinds: str = "", max_mb: int = UPLOAD_MAX_MB) -> str:
    """A file field; upload.js refuses a file above ``max_mb`` before it is sent."""
    max_bytes = max_mb * 1024 * 1024
    return render_to_string(
        "parts/upload.html",
        {"field": bound, "kinds": kinds, "max_mb": max_mb, "max_bytes": max_bytes},
    )


def error_count(form: BaseForm) -> int:
    """How many things the error summary lists."""
    return sum(len(errors) for errors in form.errors.values())


def first_control_id(bound: BoundField) -> str:
    """Where the summary's link jumps: the control, or the first choice of a group."""
    group = isinstance(bound.field.widget, (forms.RadioSelect, forms.CheckboxSelectMultiple))
    return str(conditional_escape(f"{bound.auto_id}_0" if group else bound.id_for_label))


FILTERS = {"error_count": error_count, "first_control_id": first_control_id}
TAGS: dict[str, Callable[..., Any]] = {"field": field, "control": control, "upload": upload}
