"""One part of a draft on the screen: its form, what it would make of the body, what is wrong."""

from dataclasses import dataclass, field
from typing import Any

from django import forms

from .forms.parts import PARTS, Others, PartForm
from .forms.rows import ROWS, formset, kept
from .models import Rulebook
from .toml_text import plain
from .troubles import check
from .words import SECTIONS


class SourceForm(forms.Form):
    """Where the part was taken from; shown beside it on the reading page."""

    source = forms.CharField(
        label="这一部分的出处",
        max_length=200,
        required=False,
        help_text="文件名称和条款，供人核对。",
    )


@dataclass
class Part:
    """What the page of a part needs. ``body`` is set once everything fits."""

    key: str
    form: PartForm | None = None
    rows: Any = None
    one: str = ""
    source: SourceForm | None = None
    body: dict[str, Any] | None = None
    name: str | None = None
    problems: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        return SECTIONS[self.key][0]

    @property
    def about(self) -> str:
        return SECTIONS[self.key][1]


def open_part(book: Rulebook, key: str, data: Any = None) -> Part:
    """The part as stored, or as typed. With ``data`` it is checked, alone and in the whole."""
    part, source = Part(key), SECTIONS[key][2]
    body = plain(book.rules.model_dump(mode="json"))  # with every default in sight
    if source:
        initial = {"source": body.get("sources", {}).get(source, "")}
        part.source = SourceForm(data, initial=initial)
    if key in ROWS:
        part.rows, part.one = formset(ROWS[key], body, data), ROWS[key].one
    else:
        kind = PARTS[key]
        initial = kind.read(body) | ({"name": book.name} if kind is Others else {})
        part.form = kind(data, initial=initial)
    if data is not None:
        _check(part, body, source)
    return part


def _check(part: Part, body: dict[str, Any], source: str) -> None:
    sound = part.source is None or part.source.is_valid()
    if part.form is not None:
        if not part.form.is_valid() or not sound:
            return
        part.form.put(body)
        part.name = part.form.cleaned_data.get("name") if part.key == "others" else None
        places = list(range(100))
    else:
        if not part.rows.is_valid() or not sound:
            part.problems += [str(e) for e in part.rows.non_form_errors()]
            return
        rows = ROWS[part.key]
        stay = kept(rows, part.rows)
        if len(stay) < rows.least:
            part.problems.append(f"{part.title}至少要有 {rows.least} {rows.one}。")
            return
        body[rows.field] = [values for _, values in stay]
        places = [place for place, _ in stay]
    if source and part.source is not None:
        said = part.source.cleaned_data["source"].strip()
        sources = body.setdefault("sources", {})
        sources.pop(source, None)
        if said:
            sources[source] = said
    _whole(part, body, places)


def _whole(part: Part, body: dict[str, Any], places: list[int]) -> None:
    """Check the whole body; a trouble goes to its field, or to the head of the page."""
    rules, troubles = check(body)
    if rules is not None:
        part.body = body
        return
    for trouble in troubles:
        path = trouble.path
        if part.form is not None and (name := part.form.field_at(path)):
            part.form.add_error(name, trouble.text)
        elif (
            part.rows is not None
            and len(path) == 3
            and path[0] == ROWS[part.key].field
            and isinstance(path[1], int)
            and path[2] in part.rows.forms[places[path[1]]].fields
        ):
            part.rows.forms[places[path[1]]].add_error(path[2], trouble.text)
        else:
            part.problems.append(str(trouble))
