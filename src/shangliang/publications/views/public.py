"""公开: issues, press kit, cases of experience, for everybody. A draft is not there."""

import csv
import io
import zipfile
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ...actors.models import Actor
from ...engines.papers.official import to_docx
from ...publishing.queries import committees
from ...submissions.views.chain.papers import attachment
from ...web.views.errors import show
from ..checks import look, shown_now
from ..found import open_now
from ..models import Gazette, Piece
from ..paper import corrections, piece_paper
from ..queries import public_gazettes, public_pieces
from ..reading import parts_of
from .gazettes import paper_answer

MOST = 30
KIT = "release"
GONE = {
    "title": "没有这一页",
    "text": "这一篇没有发布，或者已经撤下。",
    "url": "/press/",
    "label": "看已发布的",
}


def here(request: HttpRequest) -> tuple[Actor | None, list[Actor]]:
    """The committee asked for, else the first."""
    rows = committees()
    given = request.GET.get("at", "")
    place = next((r for r in rows if str(r.pk) == given), rows[0] if rows else None)
    request.committee = place  # type: ignore[attr-defined]
    return place, rows


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Issues; approved material for the press; cases of experience. Of one committee, newest first."""
    place, places = here(request)
    own = place.pk if place else 0
    rows = shown_now(
        public_pieces(own).exclude(kind="news").order_by("-published_on", "-pk")[: MOST * 2]
    )
    context = {
        "place": place, "places": places,
        "gazettes": list(public_gazettes(own).order_by("-issued_on", "-pk")[:MOST]),
        "kit": [p for p in rows if p.kind == KIT], "practices": [p for p in rows if p.kind == "practice"],
    }  # fmt: skip
    return render(request, "publications/press.html", context)


def open_piece(pk: int) -> Piece | None:
    """A published text whose result is public still."""
    row = (
        Piece.objects.filter(pk=pk, state="published")
        .select_related("committee", "gazette")
        .first()
    )
    return row if row and shown_now([row]) else None


@require_safe
def piece(request: HttpRequest, pk: int) -> HttpResponse:
    """The text, what it rests on, what was corrected since, who took it up."""
    row = open_piece(pk)
    if row is None:
        return show(request, 404, **GONE)
    request.committee = row.committee  # type: ignore[attr-defined]
    proofs = list(row.proofs.all())
    pairs = [(p.about_type, p.about_id) for p in proofs]
    open_ = open_now(row.committee_id, [*pairs, (row.source_type, row.source_id)])
    rests = [(p, open_.get((p.about_type, p.about_id or 0))) for p in proofs]
    context = {
        "row": row, "book": row.book, "parts": parts_of(row, {}, mark=False),
        "rests": [(p, f.public_url if f else "") for p, f in rests],
        "told": open_.get((row.source_type, row.source_id or 0)),
        "amendments": [a for a in row.amendments.all() if a.passed_on],
        "uptakes": list(row.uptakes.select_related("who").prefetch_related("notes")),
        "in_kit": row.kind == KIT,
    }  # fmt: skip
    return render(request, "publications/press_piece.html", context)


@require_safe
def kit(request: HttpRequest, pk: int) -> HttpResponse:
    """新闻资料: the text as Word and plain, its evidence as a table, in one file."""
    row = open_piece(pk)
    if row is None or row.kind != KIT:
        return show(request, 404, **GONE)
    held = look(row).held
    rows: list[Any] = [("说法", "原句", "凭据")]
    rows += [(p.words, p.sentence, p.label) for p in held.values() if p.about_type]
    table = io.StringIO()
    csv.writer(table, lineterminator="\r\n").writerows([[plain(c) for c in r] for r in rows])
    lines = [row.title, ""]
    for heading, text in row.said():
        lines += [heading, text, ""] if heading else [text, ""]
    lines += corrections(row)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("通稿.docx", to_docx(piece_paper(row)))
        archive.writestr("通稿.txt", "\ufeff" + "\n".join(lines).replace("\n", "\r\n"))
        archive.writestr("凭据.csv", "\ufeff" + table.getvalue())
    return attachment(packed.getvalue(), "application/zip", f"{row.title}.zip")


def plain(cell: str) -> str:
    """A cell that a spreadsheet takes for a formula is made harmless."""
    return f"'{cell}" if cell[:1] in "=+-@\t" else cell


def open_gazette(pk: int) -> Gazette | None:
    return (
        Gazette.objects.filter(pk=pk, state="issued")
        .select_related("committee", "editor", "signer")
        .first()
    )


@require_safe
def gazette(request: HttpRequest, pk: int) -> HttpResponse:
    """One issue as a page; a text taken back leaves its place with a word."""
    row = open_gazette(pk)
    if row is None:
        return show(request, 404, **(GONE | {"text": "这一期没有出刊。"}))
    request.committee = row.committee  # type: ignore[attr-defined]
    rows = list(row.pieces.order_by("place", "pk").prefetch_related("amendments"))
    shown = {p.pk for p in shown_now(rows) if p.state == "published"}
    texts = [
        {
            "row": p, "open": p.pk in shown,
            "parts": parts_of(p, {}, mark=False) if p.pk in shown else [],
            "amendments": [a for a in p.amendments.all() if a.passed_on],
        }
        for p in rows
    ]  # fmt: skip
    return render(request, "publications/press_gazette.html", {"row": row, "texts": texts})


@require_safe
def gazette_file(request: HttpRequest, pk: int, ext: str) -> HttpResponse:
    """The issue to print."""
    row = open_gazette(pk)
    if row is None:
        return show(request, 404, **(GONE | {"text": "这一期没有出刊。"}))
    request.committee = row.committee  # type: ignore[attr-defined]
    return paper_answer(request, row, ext)
