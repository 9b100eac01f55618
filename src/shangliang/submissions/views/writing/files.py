"""Attachments, and a Word file that fills the page: looked at, split, shown, and put in by a press."""

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.core.cache import cache
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from ....documents.actions.remove import remove
from ....documents.actions.store import keep, look, store
from ....documents.models import Document
from ....documents.queries import files_of
from ....engines.papers.intake import UploadRefused, read_proposal_file
from ....procedures.verdicts import Refused, refuse
from ....web.access import needs, seat_of
from ...actions.edit import edit
from ...models import Submission
from ...texts import LONGEST_TITLE, plain
from .finding import WRITERS, for_author, may
from .sheet_page import show

KEPT = 3600
CHOICES = [("leave", "不动"), ("replace", "换成 Word 里的"), ("append", "接在后面")]


def given(request: HttpRequest) -> UploadedFile:
    upload = request.FILES.get("file")
    if not isinstance(upload, UploadedFile):
        raise refuse("还没有选文件。")
    return upload


def editable(request: HttpRequest, pk: int) -> Submission:
    case = for_author(request, pk)
    if not (said := may(seat_of(request), case, "edit")):
        raise Refused(said)
    return case


@require_POST
@needs(*WRITERS)
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    """Add one attachment."""
    case = for_author(request, pk)
    try:
        row = store(seat_of(request), editable(request, pk), given(request), "attachment")
    except Refused as refused:
        return show(request, case, None, f"没有传上。{refused}", status=409)
    messages.success(request, f"已加附件：{row.title}")
    return redirect(reverse("proposal-edit", args=[pk]) + "#files")


@require_POST
@needs(*WRITERS)
def detach(request: HttpRequest, pk: int, document: int) -> HttpResponse:
    """Take one attachment out."""
    case = for_author(request, pk)
    try:
        row = remove(seat_of(request), editable(request, pk), document)
    except Refused as refused:
        return show(request, case, None, str(refused), status=409)
    messages.success(request, f"已去掉：{row.title}")
    return redirect(reverse("proposal-edit", args=[pk]) + "#files")


@require_POST
@needs(*WRITERS)
def word_upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Look at the file, split it, keep the original, go to the preview. Refused: nothing is kept."""
    case, seat = for_author(request, pk), seat_of(request)
    try:
        editable(request, pk)
        checked, data = look(given(request), Document.Kind.ORIGINAL)
        parts = read(checked.sha256, data, checked.kind)
        row = keep(seat, case, checked, data, Document.Kind.ORIGINAL)
    except Refused as refused:
        return show(request, case, None, f"没有读进来。{refused}", status=409)
    if not any((parts["title"], parts["situation"], parts["analysis"], parts["asks"])):
        messages.warning(request, "文件里没有找到文字（可能是图片或扫描件），原件已留作附件。")
    return redirect("proposal-word", pk=pk, document=row.pk)


def read(sha256: str, data: bytes, kind: str) -> dict[str, Any]:
    """The parts of a Word file; kept for an hour, since an old format takes seconds to convert."""
    key = f"word:{sha256}"
    parts: dict[str, Any] | None = cache.get(key)
    if parts is None:
        try:
            parts = asdict(read_proposal_file(data, kind))
        except UploadRefused as refused:
            raise refuse(refused.message_zh) from refused
        for name in ("title", "situation", "analysis", "leftover"):
            parts[name] = plain(parts[name])
        parts["asks"] = [text for ask in parts["asks"] if (text := plain(ask))]
        cache.set(key, parts, KEPT)
    return parts


def original(case: Submission, document: int) -> tuple[Document, dict[str, Any]]:
    """The kept original and its parts again."""
    row = files_of(case, Document.Kind.ORIGINAL).filter(pk=document).first()
    if row is None:
        raise Http404
    kind = row.title.rsplit(".", 1)[-1].lower()
    with row.file.open("rb") as handle:
        return row, read(row.sha256, handle.read(), kind)


@require_http_methods(["GET", "POST"])
@needs(*WRITERS)
def word(request: HttpRequest, pk: int, document: int) -> HttpResponse:
    """What goes where, beside what is there; a press puts it in, part by part."""
    case = editable(request, pk)
    row, parts = original(case, document)
    problem = ""
    if request.method == "POST":
        try:
            edit(seat_of(request), pk, **filled(case, parts, request.POST))
        except Refused as refused:
            problem = f"没有放进来。{refused}请看下面现在写着的，再选一次。"
            case = editable(request, pk)
        else:
            messages.success(request, "已放进来，请看一遍。原件留在附件里。")
            return redirect("proposal-edit", pk=pk)
    have = [r.text for r in case.recommendations.filter(removed_at__isnull=True)]
    shown = [
        preview("title", "案由", case.title, parts["title"]),
        preview("situation", "情况", case.situation, parts["situation"]),
        preview("analysis", "分析", case.analysis, parts["analysis"]),
        preview("asks", "建议", have, parts["asks"]),
    ]
    return render(
        request,
        "submissions/writing/word.html",
        {
            "case": case,
            "document": row,
            "parts": parts,
            "shown": shown,
            "choices": CHOICES,
            "problem": problem,
            "back_url": reverse("proposal-edit", args=[pk]),
        },
        status=409 if problem else 200,
    )


def preview(name: str, label: str, now: Any, new: Any) -> dict[str, Any]:
    """One part: untouched where something is written already, until the writer says otherwise."""
    return {
        "name": name,
        "label": label,
        "now": now,
        "new": new,
        "many": isinstance(new, list),
        "choice": "leave" if now or not new else "replace",
        "too_long": name == "title" and len(new) > LONGEST_TITLE,
    }


def filled(case: Submission, parts: dict[str, Any], chosen: Any) -> dict[str, Any]:
    """Arguments of ``edit`` from the choices; what is left alone is not named at all."""
    fields: dict[str, object] = {}
    for name in ("title", "situation", "analysis"):
        how, new, now = chosen.get(name), parts[name], getattr(case, name)
        if how == "replace" and new:
            fields[name] = new
        elif how == "append" and new:
            fields[name] = f"{now}\n{new}" if now and name != "title" else f"{now}{new}"
    if chosen.get("leftover") == "append" and parts["leftover"]:
        so_far = str(fields.get("situation", case.situation))
        fields["situation"] = f"{so_far}\n{parts['leftover']}".strip()
    asks = None
    how = chosen.get("asks")
    if how in ("replace", "append") and parts["asks"]:
        kept = case.recommendations.filter(removed_at__isnull=True) if how == "append" else []
        asks = [{"id": r.pk, "text": r.text, "addressee": r.addressee_id} for r in kept]
        asks += [{"text": text} for text in parts["asks"]]  # type: ignore[typeddict-item]
    read = chosen.get("revision", "")
    seen = int(read) if read.isdigit() and len(read) < 10 else case.revision
    return {"fields": fields, "asks": asks, "revision": seen}
