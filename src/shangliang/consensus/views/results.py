"""The published result, its download, the wall and the code for a room."""

import csv
import io
import json
import zipfile
from typing import Any

import qrcode
import qrcode.image.svg
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ..answers import FEW
from ..became import followed, words
from ..ledger import lines_of
from ..mine import SHAPES, TONES, marks_of
from ..models import Round, Statement
from ..reasons import REASONS
from .people import page, round_of


def groups_of(answer: dict[str, Any], names: dict[str, str]) -> list[dict[str, Any]]:
    """Groups in order of size with a shape, a tone and a name."""
    rows = sorted(answer["groups"], key=lambda g: -g["size"])
    return [
        {
            "id": g["id"],
            "size": g["size"],
            "name": names.get(g["id"]) or f"第 {n} 组",
            "short": (names.get(g["id"]) or f"{n} 组")[:4],
            "tone": TONES[(n - 1) % 5],
            "shape": SHAPES[(n - 1) % 5],
            "firm": "稳" if (g["stability"] or 0) >= 0.8 else "不大稳",
        }
        for n, g in enumerate(rows, 1)
    ]


def said(
    answer: dict[str, Any],
    groups: list[dict[str, Any]],
    texts: dict[int, str],
    became: dict[int, list[str]],
) -> dict[str, list[Any]]:
    """Statements by how they stand, most agreed first, with the share of each group."""
    out: dict[str, list[Any]] = {}
    for row in answer["rows"]:
        bars = [
            (g["short"], round(100 * share), g["name"])
            for g in groups
            if (share := row["groups"].get(g["id"])) is not None
        ] or [("全体", round(100 * row["share"]), "全体")]
        out.setdefault(row["kind"], []).append(
            row
            | {
                "text": texts.get(row["statement"], ""),
                "seen": row["agree"] + row["disagree"] + row["passed"],
                "bars": bars,
                "percent": round(100 * row["share"]),
                "against": row["disagree"] > row["agree"] and row["kind"] in ("core", "near"),
                "between": (round(100 * row["low"]), round(100 * row["high"])),
                "followed": became.get(row["statement"], []),
                "label": "，".join(f"{name} {share}%" for _, share, name in bars),
            }
        )
    for rows in out.values():
        rows.sort(key=lambda r: -max(r["share"], 1 - r["share"]))
    return out


@require_safe
def result(request: HttpRequest, code: str) -> HttpResponse:
    """Agreed, near, different, minority; how sure; the map with its table; what became of it."""
    round_ = round_of(code)
    if round_.state != "published":
        return redirect("talk", round_.code)
    outcome = round_.outcome
    answer = outcome.answer
    groups = groups_of(answer, outcome.names)
    statements = list(round_.statements.all())
    texts = {s.number: s.text for s in statements if s.state == "shown"}
    after = followed(round_)
    became: dict[int, list[str]] = {}
    for row in after:
        if row.statement:
            became.setdefault(row.statement.number, []).append(words(row))
    lists = said(answer, groups, texts, became)
    marks = marks_of(answer["dots"], [g["id"] for g in groups])
    return page(
        request,
        "result",
        round_,
        outcome=outcome,
        answer=answer,
        groups=groups,
        core=lists.get("core", []),
        near=lists.get("near", []),
        apart=lists.get("different", []),
        minority=lists.get("minority", []),
        open_=lists.get("open", []),
        marks=marks,
        few=FEW,
        typical=[
            (
                g,
                [
                    (t, texts.get(t["statement"], ""))
                    for t in answer["typical"].get(g["id"], [])[:1]
                ],
            )
            for g in groups
        ],
        refused=sum(s.state == "refused" for s in statements),
        shown=sum(s.state == "shown" for s in statements),
        followed=after,
        later=round_.later.exclude(state="draft").first(),
    )


def statements_csv(listed: list[Statement]) -> str:
    """Every statement with its state; of one not taken the reason, not the words."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("statement", "moderated", "is_meta", "text", "state", "reason"))
    for row in listed:
        shown = row.state == "shown"
        words = row.text if shown else ""
        writer.writerow(
            (row.number, 1 if shown else -1, False, words, row.state, REASONS.get(row.reason, ""))
        )
    return out.getvalue()


@require_safe
def download(request: HttpRequest, code: str) -> HttpResponse:
    """Anonymised votes, statements, method and published answer: enough to compute it again."""
    round_ = round_of(code)
    if round_.state != "published":
        raise Http404("结果公布以后才能下载。")
    outcome = round_.outcome
    listed = list(round_.statements.order_by("number"))
    parameters = {
        "title": round_.title,
        "shape": "page",
        "method": outcome.answer.get("method", 1),
        "mode": outcome.answer["mode"],
        "participants": None,
        "groups": None,
        "names": outcome.names,
        "order": round_.order,
        "reasons": {s.number: REASONS.get(s.reason, "") for s in listed if s.state == "refused"},
        "votes": outcome.votes,
        "sha256": outcome.digest,
        "how": f"shangliang opinion verify talk-{round_.code}.zip",
        "columns": "participant is a random number of this round; 1 agree, 0 pass, -1 disagree; the last row of a cell counts; times are whole hours after the first answer plus the row's rank in milliseconds",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("votes.csv", "".join(lines_of(round_)))
        archive.writestr("statements.csv", statements_csv(listed))
        archive.writestr("parameters.json", json.dumps(parameters, ensure_ascii=False, indent=1))
        archive.writestr("result.json", json.dumps(outcome.answer, ensure_ascii=False, indent=1))
    answer = HttpResponse(packed.getvalue(), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="talk-{round_.code}.zip"'
    return answer


def here(request: HttpRequest, round_: Round) -> str:
    return request.build_absolute_uri(f"/talk/{round_.code}/")


@require_safe
def code_image(request: HttpRequest, code: str) -> HttpResponse:
    """The way in, to be scanned from a wall or a sheet of paper."""
    round_ = round_of(code)
    drawn = qrcode.make(
        here(request, round_), image_factory=qrcode.image.svg.SvgPathImage, border=2, box_size=12
    )
    return HttpResponse(drawn.to_string(), content_type="image/svg+xml")


@never_cache
@require_safe
def wall(request: HttpRequest, code: str) -> HttpResponse:
    """For a projector: the question, the code, how many have answered. Never how they answered."""
    round_ = round_of(code)
    return page(
        request,
        "wall",
        round_,
        address=here(request, round_),
        people=round_.people.count(),
        votes=round_.votes.count(),
    )


@never_cache
@require_safe
def counts(request: HttpRequest, code: str) -> JsonResponse:
    round_ = round_of(code)
    return JsonResponse({"people": round_.people.count(), "votes": round_.votes.count()})
