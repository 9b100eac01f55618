"""The list of versions, and the start of a draft: from a preset, from a version, from a file."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...web.access import needs, seat_of
from .. import presets
from ..actions.draft_rulebook import draft_rulebook
from ..diff import diff
from ..models import Rulebook
from ..queries import holds_until, visible
from ..toml_text import LARGEST, BadFile, load
from ..troubles import check


class ImportForm(forms.Form):
    """A rulebook's file."""

    file = forms.FileField(
        label="规程文件（.toml）",
        help_text="本系统导出的文件，或另一家政协给的。导入后是草稿，发布前不起作用。",
        error_messages={"required": "请选一个 .toml 文件。"},
    )

    def clean_file(self) -> tuple[str, dict[str, Any]]:
        upload = self.cleaned_data["file"]
        self.troubles: list[str] = []
        try:
            return load(upload.read(LARGEST + 1))
        except BadFile as bad:
            self.troubles = [str(trouble) for trouble in bad.troubles[:20]]
            raise forms.ValidationError(str(bad)) from bad


def state_of(book: Rulebook, until: Any) -> tuple[str, str]:
    """(word, tone) of a version today."""
    if book.state == Rulebook.State.DRAFT:
        return "草稿", "hint"
    assert book.valid_from is not None
    if book.valid_from > today():
        return "待施行", "near"
    if until is not None and until <= today():
        return "已被替换", ""
    return "施行中", "ok"


@needs()
def rulebooks(request: HttpRequest) -> HttpResponse:
    """Versions, newest first, with the days they hold."""
    seat = seat_of(request)
    rows = list(visible(seat).select_related("published_by", "edited_by").order_by("-version"))
    ends = holds_until(rows)
    listed = [
        {"book": book, "until": ends.get(book.pk), "state": state_of(book, ends.get(book.pk))}
        for book in rows
    ]
    context = {
        "rows": listed,
        "may_draft": seat.has(Role.ADMIN, Role.CLERK),
    }
    return render(request, "rulebooks/list.html", context)


def preset_cards() -> list[dict[str, Any]]:
    """Each preset with what sets it apart from the common practice."""
    common, _ = check(presets.load("national")[1])
    cards = []
    for key in presets.names():
        title, body = presets.load(key)
        rules, _ = check(body)
        if common is None or rules is None:
            continue  # a preset that does not stand is not offered; the tests refuse it first
        changes = [c for c in diff(common, rules) if c.kind != "basis"] if key != "national" else []
        cards.append({"key": key, "title": title, "notes": rules.notes, "changes": changes})
    return cards


@needs(Role.ADMIN, Role.CLERK)
def new(request: HttpRequest) -> HttpResponse:
    """Choose what the draft starts from. POST makes it and opens its first part."""
    seat = seat_of(request)
    form = ImportForm()
    if request.method == "POST":
        if "preset" in request.POST:
            book = draft_rulebook(seat, preset=request.POST["preset"])
        elif request.POST.get("version", "").isdigit():
            book = draft_rulebook(seat, version=int(request.POST["version"]))
        else:
            form = ImportForm(request.POST, request.FILES)
            if not form.is_valid():
                return render(request, "rulebooks/new.html", chosen(request, form), status=422)
            name, body = form.cleaned_data["file"]
            book = draft_rulebook(seat, name=name, body=body)
        messages.success(request, f"已起草第 {book.version} 版，发布前不起作用。")
        return redirect("rulebook", book.pk)
    return render(request, "rulebooks/new.html", chosen(request, form))


def chosen(request: HttpRequest, form: ImportForm) -> dict[str, Any]:
    rows = visible(seat_of(request)).filter(state=Rulebook.State.PUBLISHED)
    return {
        "form": form,
        "troubles": getattr(form, "troubles", []),
        "presets": preset_cards(),
        "versions": rows.order_by("-version")[:5],
    }
