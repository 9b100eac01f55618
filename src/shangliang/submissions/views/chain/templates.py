"""文书模板 ``/papers/``: the office replaces a Word template, sees it tried out, and can go back."""

import io
from typing import Any

import mammoth
import nh3
from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from ....documents.actions.store import look
from ....documents.actions.upload_template import WORD, try_out, upload_template
from ....documents.actions.use_shipped import use_shipped
from ....documents.actions.use_template import use_template
from ....documents.models import Document
from ....documents.paper_templates import PAPERS, PREFIX, history
from ....engines.papers.official import fonts_report, to_docx
from ....engines.papers.official.word import TEMPLATES
from ....procedures.seat import Role
from ....procedures.verdicts import Refused
from ....web.access import needs, seat_of
from ...papers.samples import sample
from .papers import attachment

KEEPERS = (Role.CLERK, Role.ADMIN)


class UploadTemplate(forms.Form):
    """A Word file that will stand for one paper."""

    paper = forms.ChoiceField(
        label="哪一种文书", choices=[(k, name) for k, (name, _) in PAPERS.items()]
    )
    file = forms.FileField(label="Word 模板", error_messages={"required": "请选一个 .docx 文件。"})


def rows_of(committee_id: int) -> list[dict[str, Any]]:
    """Each paper with the template in use and those put away; one query for all."""
    kept: dict[str, list[Document]] = {}
    for row in history(committee_id):
        kept.setdefault(row.about_type.removeprefix(PREFIX), []).append(row)
    rows = []
    for key, (name, _) in PAPERS.items():
        mine = kept.get(key, [])
        used = next((d for d in mine if d.removed_at is None), None)
        rows.append({"key": key, "name": name, "used": used, "old": [d for d in mine if d != used]})
    return rows


@needs(*KEEPERS)
def page(request: HttpRequest) -> HttpResponse:
    """The list of papers, and the upload form; a refused file says which name is unknown."""
    seat = seat_of(request)
    form = UploadTemplate(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        key = form.cleaned_data["paper"]
        try:
            checked, data = look(form.cleaned_data["file"], Document.Kind.TEMPLATE)
            row = upload_template(seat, key, checked.name, data, sample(key))
        except Refused as refused:
            form.add_error("file", str(refused))
        else:
            return redirect("template", row.pk)
    return render(
        request,
        "submissions/chain/templates.html",
        {
            "form": form,
            "rows": rows_of(seat.committee_id),
            "faces": fonts_report(),
        },
        status=422 if form.errors else 200,
    )


def kept(request: HttpRequest, pk: int) -> Document:
    row = history(seat_of(request).committee_id).filter(pk=pk).first()
    if row is None:
        raise Http404("没有这个模板。")
    return row


@needs(*KEEPERS)
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """A sample paper in the uploaded template, before it is put in use."""
    row = kept(request, pk)
    key = row.about_type.removeprefix(PREFIX)
    problem, html = "", ""
    with row.file.open("rb") as file:
        data = file.read()
    try:
        filled = try_out(data, sample(key))
        html = nh3.clean(mammoth.convert_to_html(io.BytesIO(filled)).value)
    except Refused as refused:
        problem = str(refused)
    return render(
        request,
        "submissions/chain/template.html",
        {"row": row, "name": PAPERS[key][0], "html": html, "problem": problem},
    )


@needs(*KEEPERS)
def sample_file(request: HttpRequest, key: str) -> HttpResponse:
    """What ships: ``?plain=1`` the template itself with its names, else a filled sample."""
    if key not in PAPERS:
        raise Http404("没有这种文书。")
    name, kind = PAPERS[key]
    if request.GET.get("plain"):
        return attachment((TEMPLATES / f"{kind}.docx").read_bytes(), WORD, f"{name}模板.docx")
    if pk := request.GET.get("row", ""):
        row = kept(request, int(pk)) if pk.isdecimal() else None
        if row is None or row.about_type != PREFIX + key:
            raise Http404("没有这个模板。")
        with row.file.open("rb") as file:
            return attachment(try_out(file.read(), sample(key)), WORD, f"{name}样张.docx")
    return attachment(to_docx(sample(key)), WORD, f"{name}样张.docx")


@require_POST
@needs(*KEEPERS)
def use(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a template in use (new or an earlier one)."""
    row = use_template(seat_of(request), pk)
    name = PAPERS[row.about_type.removeprefix(PREFIX)][0]
    messages.success(request, f"{name}从现在起用“{row.title}”。")
    return redirect("papers")


@require_POST
@needs(*KEEPERS)
def shipped(request: HttpRequest, key: str) -> HttpResponse:
    """Back to the template that ships with the product."""
    use_shipped(seat_of(request), key)
    messages.success(request, f"{PAPERS[key][0]}改回系统自带的模板。")
    return redirect("papers")
