"""Activities and their attendance. The reasons of leave are in neither."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest

from ...activities.flow import ACTIVITY
from ...activities.kinds import kinds
from ...activities.queries import READERS, visible
from ...activities.sheet import lines
from ...procedures.seat import Seat
from ..exporting import Column, Exporter, register
from .years import number

LIST = (
    Column("名称", 36),
    Column("种类", 12),
    Column("开始", 18),
    Column("结束", 18),
    Column("地点", 24),
    Column("承办", 18),
    Column("状态", 10),
    Column("邀请", 8),
    Column("法定应到", 10),
    Column("法定实到", 10),
)
SHEET = (
    Column("姓名", 12),
    Column("身份", 10),
    Column("分组", 14),
    Column("座位", 8),
    Column("答复", 16),
    Column("到", 18),
    Column("离", 18),
    Column("怎么签的", 14),
    Column("疑点", 30),
    Column("结果", 18),
)


def every(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """``?kind=`` as the list has it."""
    rows = visible(seat).annotate(people=Count("attendances")).order_by("starts_at", "id")
    if (kind := request.GET.get("kind", "")) in kinds():
        rows = rows.filter(kind=kind)
    for row in rows.iterator(chunk_size=500):
        yield (
            row.title,
            row.kind_label,
            row.starts_at,
            row.ends_at,
            row.place,
            str(row.host or ""),
            ACTIVITY.label_of(row.state),
            row.people,
            row.quorum_of,
            row.quorum_here,
        )


def sheet(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """``?activity=``: one activity's sheet."""
    row = visible(seat).filter(pk=number(request, "activity") or 0).first()
    if row is None:
        raise PermissionDenied("请从活动页导出签到表。")
    return (
        (
            line.name,
            line.row.get_role_display(),
            line.row.group_name,
            line.row.seat_label,
            line.answer,
            line.came_at,
            line.left_at,
            line.ways,
            "；".join(line.doubts),
            line.outcome.label,
        )
        for line in lines(row)
    )


register(Exporter("activities", "活动", LIST, every, READERS))
register(Exporter("attendance", "签到表", SHEET, sheet, READERS))
