"""签到表: the attendance sheet as PDF and Word."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ...engines.papers.official import Report, Section, Table, to_docx, to_pdf
from ...procedures.seat import Seat
from ...records.views.files import DOCX, PDF, attachment
from ...web.access import needs, seat_of
from ..flow import ATTENDANCE
from ..heads import heads
from ..models import Activity
from ..queries import READERS, manages, visible
from ..sheet import clock, lines
from .lists import BUSINESS


def content(seat: Seat, row: Activity) -> Report:
    """The list as it stands: who was asked, answered, came, left; the head count on top."""
    found, said = heads(row), []
    begin, end = timezone.localtime(row.starts_at), timezone.localtime(row.ends_at)
    said.append(f"时间：{begin:%Y年%-m月%-d日 %H:%M} 至 {end:%Y年%-m月%-d日 %H:%M}。")
    said.append(
        f"地点：{row.place or '—'}。应到 {found.must} 人，实到 {found.here} 人，请假 {found.leave} 人。"
    )
    if found.needed is not None:
        enough = "达到" if found.enough else "未达到"
        said.append(f"法定人数 {found.needed} 人（应到的 {found.quorum}），{enough}。")
    rows = [
        [
            str(n),
            line.name,
            line.row.group_name,
            line.row.seat_label,
            ATTENDANCE.label_of(line.row.state),
            clock(line.came_at),
            clock(line.left_at),
            line.outcome.label if row.state == "closed" else ("已到" if line.came_at else ""),
        ]
        for n, line in enumerate(lines(row), 1)
    ]
    head = ["序", "姓名", "分组", "座位", "答复", "到", "离", "结果"]
    note = "通知不足规定天数而未到的不计缺席；请假事由不在本表。"
    return Report(
        title=f"{row.title}签到表",
        sections=[Section.of("", "\n".join(said), Table(head, rows, note=note))],
        issuer=seat.committee_name,
        date=timezone.localdate(),
    )


@needs(*BUSINESS)
def sheet(request: HttpRequest, pk: str, ext: str) -> HttpResponse:
    """For those who run it and for leaders."""
    seat = seat_of(request)
    row = get_object_or_404(visible(seat), pk=int(pk))
    if not (manages(seat, row) or seat.has(*READERS)):
        raise PermissionDenied("签到表由承办活动的工作人员和政协领导使用。")
    paper, name = content(seat, row), f"{row.title}签到表.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(paper), PDF, name, inline=True)
    return attachment(to_docx(paper), DOCX, name)
