"""The body of a verb: its keyword arguments, typed and bounded, as a model of the schema."""

import inspect
from collections.abc import Callable
from typing import Any, TypedDict, get_args

from django.core.files.uploadedfile import UploadedFile
from pydantic import BaseModel, Field, create_model

from ..procedures.forms import FORMS, VerbForm
from .kinds import Body, bounded


class ProposalFields(TypedDict, total=False):
    """What ``proposal.edit`` may change; names left out stay as they are."""

    title: str
    situation: str
    analysis: str
    consent_reason: str
    consent_public: bool
    may_second: bool
    needs_survey: bool


class ReplyFields(TypedDict, total=False):
    """What ``reply.edit_reply`` may change."""

    doc_number: str
    opening: str
    closing: str
    publicity: str
    publicity_reason: str
    contact_person: str
    contact_phone: str
    secrecy_checked: bool
    grade: str


# Where the action takes a loose mapping, the API says which names it knows.
NAMED: dict[tuple[str, str], dict[str, Any]] = {
    ("proposal", "edit"): {"fields": ProposalFields},
    ("reply", "edit_reply"): {"fields": ReplyFields},
}


def parameters(action: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    """The verb's own arguments, without the case and the seat; files come by the pages."""
    found = inspect.signature(action, eval_str=True).parameters
    return {
        name: p
        for name, p in list(found.items())[2:]
        if UploadedFile not in (p.annotation, *get_args(p.annotation))
    }


def label_of(key: tuple[str, str], name: str) -> str:
    """The form's own words for an argument."""
    form = FORMS.get(key)
    field = form.base_fields.get(name) if form else None  # type: ignore[attr-defined]
    return str(field.label or "") if field else ""


def body_of(key: tuple[str, str], action: Callable[..., Any]) -> type[BaseModel] | None:
    """A model with the verb's arguments, or None when it takes nothing."""
    fields: dict[str, Any] = {}
    for name, p in parameters(action).items():
        kind = bounded(NAMED.get(key, {}).get(name, p.annotation), name)
        needed = p.default is inspect.Parameter.empty
        default = ... if needed else p.default
        fields[name] = (kind, Field(default, description=label_of(key, name)))
    if not fields:
        return None
    return create_model(
        f"{key[0].title()}{key[1].title().replace('_', '')}", __base__=Body, **fields
    )


def form_for(key: tuple[str, str], given: dict[str, Any], case: Any, seat: Any) -> VerbForm | None:
    """The page's own form, bound to the body, where its fields bear the names of the arguments."""
    kind = FORMS.get(key)
    if kind is None:
        return None
    form = kind(as_form(given), case=case, seat=seat)
    return form if given.keys() <= form.fields.keys() else None


def as_form(given: dict[str, Any]) -> dict[str, Any]:
    """Values as a browser would send them; widgets read lists with getlist where they can."""
    from django.http import QueryDict

    data = QueryDict(mutable=True)
    for name, value in given.items():
        if isinstance(value, list | tuple):
            data.setlist(name, [str(v) for v in value])
        elif value is True:
            data[name] = "on"
        elif value not in (None, False):
            data[name] = str(value)
    return data
