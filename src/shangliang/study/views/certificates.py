"""证书: of one's own result, or of a team, as Word and PDF; only of a contest that is closed (S-100)."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...engines.papers.official import Report, Section, to_docx, to_pdf
from ...records.views.files import DOCX, PDF, attachment
from ...web.access import needs
from ..boards import Line, people_board, team_board
from ..models import Quiz
from ..queries import quizzes as seen
from ..results import names_of, results_of
from ..who import KEEPERS, LEARNERS
from .base import opened


def place(line: Line, of: int, what: str) -> str:
    """第 2 名（并列），共 9 队."""
    return f"第 {line.rank} 名{'（并列）' if line.shared else ''}，共 {of} {what}"


def said(row: Quiz, name: str, line: Line, of: int, what: str) -> Report:
    """The paper: who, which contest, what came of it, by whom, on which day. No more than the board says."""
    held = timezone.localtime(row.starts_at)
    full = sum(row.questions.values_list("points", flat=True))
    text = (
        f"{name}参加 {held.year} 年 {held.month} 月 {held.day} 日“{row.title}”，"
        f"得 {line.shown} 分（满分 {full} 分），{place(line, of, what)}。\n特发此证。"
    )
    return Report(
        title="证书", subtitle=name, sections=[Section.of("", text)], issuer=str(row.committee),
        date=timezone.localdate(row.ends_at),
    )  # fmt: skip


@require_safe
@needs(*LEARNERS)
def certificate(request: HttpRequest, pk: str, ext: str) -> HttpResponse:
    """Of oneself; with ?team= of one's own team, or of any for those who run it."""
    seat = opened(request)
    row = get_object_or_404(seen(seat).select_related("committee"), pk=int(pk), state="closed")
    results = results_of(row)
    team = request.GET.get("team", "")
    if team:
        key = int(team) if team.isascii() and team.isdecimal() and len(team) < 16 else 0
        mine = any(r.person == seat.person_id and r.team == key for r in results)
        if not (mine or seat.has(*KEEPERS)):
            raise PermissionDenied("一队的证书由本队的人或办竞赛的人下载。")
        board, what = team_board(results, names_of(results), row.team_best), "队"
    else:
        key, board, what = seat.person_id, people_board(results), "人"
    line = next((x for x in board if x.key == key), None)
    if line is None:
        raise Http404
    content = said(row, line.name, line, len(board), what)
    name = f"{line.name}证书.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(content), PDF, name, inline=True)
    return attachment(to_docx(content), DOCX, name)
