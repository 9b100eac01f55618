"""One version: read in plain words, compared, edited part by part, published, handed on as a file."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header

from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.discard_rulebook import discard_rulebook
from ..actions.edit_rulebook import edit_rulebook
from ..actions.publish_rulebook import body_digest, publish_rulebook
from ..diff import Change, diff
from ..editing import open_part
from ..models import Rulebook
from ..queries import NoRulebook, holds_until, in_force, rules_of, visible
from ..toml_text import dump
from ..words import SECTIONS, read
from .lists import state_of


class PublishForm(forms.Form):
    """From which day."""

    valid_from = forms.DateField(
        label="施行日",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text="这一天起新开始的提案按新版办；已经在办的仍按原版本，时限不变。",
        error_messages={"required": "请填施行日。", "invalid": "日期写法如 2026-03-01。"},
    )

    def clean_valid_from(self) -> Any:
        day = self.cleaned_data["valid_from"]
        if day < today():
            raise forms.ValidationError(f"不能早于今天（{today():%Y-%m-%d}）。")
        return day


def the_book(request: HttpRequest, pk: int) -> Rulebook:
    rows: QuerySet[Rulebook] = visible(seat_of(request))
    return get_object_or_404(rows.select_related("published_by", "edited_by"), pk=pk)


def compared(book: Rulebook) -> tuple[Rulebook | None, list[Change]]:
    """The version in force (or the one before), and what differs."""
    try:
        base: Rulebook | None = in_force(book.committee_id, today())
    except NoRulebook:
        base = None
    if base is not None and base.pk == book.pk:
        base = (
            Rulebook.objects.filter(
                committee_id=book.committee_id,
                state=Rulebook.State.PUBLISHED,
                version__lt=book.version,
            )
            .order_by("-version")
            .first()
        )
    if base is None:
        return None, []
    return base, diff(rules_of(base), book.rules)


def tabs(book: Rulebook, current: str, changes: int | None = None) -> list[dict[str, Any]]:
    return [
        {"label": "内容", "url": reverse("rulebook", args=[book.pk]), "current": current == "read"},
        {
            "label": "改了什么",
            "url": reverse("rulebook-diff", args=[book.pk]),
            "count": changes,
            "current": current == "diff",
        },
        {
            "label": "流程图",
            "url": reverse("rulebook-diagram", args=[book.pk, "proposal"]),
            "current": current == "diagram",
        },
    ]


def shared(request: HttpRequest, book: Rulebook, current: str) -> dict[str, Any]:
    """What the head of every page of one version shows."""
    seat = seat_of(request)
    rows = list(visible(seat).filter(state=Rulebook.State.PUBLISHED))
    until = holds_until(rows).get(book.pk)
    base, changes = compared(book)
    draft = book.state == Rulebook.State.DRAFT
    return {
        "book": book,
        "state": state_of(book, until),
        "until": until,
        "base": base,
        "changes": changes,
        "tabs": tabs(book, current, len(changes) if base else None),
        "may_edit": draft and seat.has(Role.ADMIN, Role.CLERK),
        "may_publish": draft and seat.has(Role.LEADER, Role.CLERK),
        "own_draft": draft and book.edited_by_id == seat.person_id,
        "crumbs": [("规程", reverse("rulebooks")), (f"第 {book.version} 版", "")],
    }


@needs()
def rulebook(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole version in plain words."""
    book = the_book(request, pk)
    context = shared(request, book, "read") | {
        "sections": read(book.rules),
        "digest": body_digest(book) if book.published_at else "",
    }
    return render(request, "rulebooks/read.html", context)


@needs()
def difference(request: HttpRequest, pk: int) -> HttpResponse:
    """What this version changes against the one in force."""
    book = the_book(request, pk)
    return render(request, "rulebooks/diff.html", shared(request, book, "diff"))


@needs(Role.ADMIN, Role.CLERK)
def edit(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """One part of a draft. What is wrong is said at its field; what was typed stays."""
    book = the_book(request, pk)
    if part not in SECTIONS:
        raise Http404
    if book.state != Rulebook.State.DRAFT:
        messages.info(request, "已发布的规程不再改动。请以它为底另起一版。")
        return redirect("rulebook", pk)
    opened = open_part(book, part, request.POST if request.method == "POST" else None)
    keys = list(SECTIONS)
    following = keys[(keys.index(part) + 1) % len(keys)]
    stamp = request.POST.get("stamp", book.stamp)
    status, problem = (200, "")
    if request.method == "POST":
        status = 422
        if opened.body is not None:
            try:
                edit_rulebook(
                    seat_of(request), pk, stamp=stamp, part=part, body=opened.body, name=opened.name
                )
            except Refused as refused:
                status, problem = 409, str(refused)
                stamp = book.stamp
            else:
                messages.success(request, f"已存：{opened.title}。")
                to = following if "next" in request.POST else part
                return redirect("rulebook-edit", pk, to)
    context = shared(request, book, "") | {
        "part": opened,
        "problem": problem,
        "stamp": stamp,
        "following": SECTIONS[following][0],
        "parts": [
            {"key": key, "title": title, "current": key == part}
            for key, (title, _, _) in SECTIONS.items()
        ],
    }
    return render(request, "rulebooks/edit.html", context, status=status)


@needs(Role.LEADER, Role.CLERK)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Look at the difference, name the day, publish."""
    book = the_book(request, pk)
    form = PublishForm(request.POST or None, initial={"valid_from": today()})
    problem = ""
    if request.method == "POST" and form.is_valid():
        try:
            publish_rulebook(seat_of(request), pk, valid_from=form.cleaned_data["valid_from"])
        except Refused as refused:
            problem = str(refused)
        else:
            day = form.cleaned_data["valid_from"]
            messages.success(request, f"已发布第 {book.version} 版，{day:%Y-%m-%d} 起施行。")
            return redirect("rulebook", pk)
    context = shared(request, book, "") | {"form": form, "problem": problem}
    status = 200 if request.method == "GET" else 409 if problem else 422
    return render(request, "rulebooks/publish.html", context, status=status)


@needs(Role.ADMIN, Role.CLERK)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away; GET only leads back."""
    if request.method == "POST":
        book = discard_rulebook(seat_of(request), pk)
        messages.success(request, f"已弃去第 {book.version} 版草稿。")
        return redirect("rulebooks")
    return redirect("rulebook", pk)


@needs()
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """The version as a TOML file."""
    book = the_book(request, pk)
    answer = HttpResponse(
        dump(book.name, book.body), content_type="application/toml; charset=utf-8"
    )
    name = f"{book.name}-第{book.version}版.toml"
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer
