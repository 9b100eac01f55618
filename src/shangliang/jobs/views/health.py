"""运行状况: what the operator must know before anybody calls."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from ...engines.papers.official.fonts import fonts_report
from ...procedures.office_calendar import calendar_of, today
from ...procedures.seat import Role
from ...web.access import needs, seat_of
from ..beats import last
from ..models import Heartbeat, Job


@dataclass(frozen=True)
class Sign:
    """One thing looked at. ``light``: green, yellow, red."""

    name: str
    light: str
    word: str
    note: str = ""


def database() -> Sign:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        return Sign("数据库", "red", "连不上", type(error).__name__)
    kind = "PostgreSQL" if connection.vendor == "postgresql" else "SQLite（内嵌）"
    return Sign("数据库", "green", "正常", kind)


def queue(committee_id: int) -> Sign:
    """The consumer leaves a beat each minute; how much waits is told of one's own committee."""
    beat = last("consumer")
    waiting = Job.objects.filter(committee_id=committee_id, state=Job.State.WAITING).count()
    note = f"排队 {waiting} 项" if waiting else ""
    if beat is None:
        return Sign("后台作业", "yellow", "还没有动过", "服务启动一分钟后仍是这样，请看服务日志。")
    ago = timezone.now() - beat.at
    if ago > timedelta(minutes=5):
        mins = int(ago.total_seconds() // 60)
        return Sign("后台作业", "red", f"{mins} 分钟没有动静", "请重启服务；作业不会丢。")
    return Sign("后台作业", "green", "正常", note)


def years(committee_id: int) -> Sign:
    """Limits that end in a year without a calendar are provisional."""
    calendar, year = calendar_of(committee_id), today().year
    if not calendar.year_known(year):
        return Sign("工作日历", "red", f"{year} 年没有放假安排", "请在“日历”里补上并确认。")
    if not calendar.year_known(year + 1):
        late = today().month == 12
        word = f"{year + 1} 年暂定"
        note = "国务院办公厅通知发布后，请在“日历”里补上。"
        return Sign("工作日历", "yellow" if late else "green", word, note)
    return Sign("工作日历", "green", f"已到 {year + 1} 年")


def fonts() -> Sign:
    report = fonts_report()
    stand_ins = [face.standard for face in report if face.is_stand_in]
    missing = [face.standard for face in report if face.source == "missing"]
    if missing:
        return Sign("公文字体", "red", f"缺 {len(missing)} 种", "、".join(missing))
    if stand_ins:
        note = f"{'、'.join(stand_ins)} 用随附字体代替；装了标准字体后设 SHANGLIANG_FONT_DIR。"
        return Sign("公文字体", "yellow", f"{len(stand_ins)} 种用代替字体", note)
    return Sign("公文字体", "green", "齐全")


def disk() -> Sign:
    usage = shutil.disk_usage(settings.DATA_DIR)
    free = usage.free / 2**30
    word = f"余 {free:.1f} GB"
    if free < 1:
        return Sign("磁盘", "red", word, "请清理或扩容，写满后不能再存。")
    return Sign("磁盘", "yellow" if free < 5 else "green", word)


def mail() -> Sign:
    if settings.EMAIL_BACKEND.endswith(("filebased.EmailBackend", "console.EmailBackend")):
        note = "邮件写在数据目录的 mail 里，没有发出。设 SHANGLIANG_EMAIL_HOST 后才真发。"
        return Sign("邮件", "yellow", "没有配置", note)
    fault = last("fault:mail")
    fresh = fault is not None and fault.at > timezone.now() - timedelta(days=1)
    if fresh and fault is not None:
        return Sign("邮件", "red", "发不出去", fault.note)
    return Sign("邮件", "green", "已配置", settings.EMAIL_HOST)


def chain(committee_id: int) -> Sign:
    """The last time this committee's event chain was proved whole."""
    beat = last(f"verified:{committee_id}")
    if beat is None:
        return Sign(
            "事件链", "yellow", "还没有核验过", "每天凌晨自动核验一次；也可由审计管理员核验。"
        )
    when = f"{timezone.localtime(beat.at):%m-%d %H:%M} 核验"
    if beat.note:
        return Sign("事件链", "red", "对不上", f"{when}：{beat.note}")
    stale = timezone.now() - beat.at > timedelta(days=3)
    return Sign("事件链", "yellow" if stale else "green", "完整", when)


def faults() -> Sign:
    """What failed by itself in the last day."""
    since = timezone.now() - timedelta(days=1)
    found = Heartbeat.objects.filter(name__startswith="fault:", at__gte=since)
    names = [row.name.removeprefix("fault:") for row in found]
    if names:
        return Sign("定时任务", "yellow", f"{len(names)} 项出过错", "、".join(names))
    return Sign("定时任务", "green", "正常")


@needs(Role.ADMIN)
def health(request: HttpRequest) -> HttpResponse:
    """Everything looked at now."""
    committee = seat_of(request).committee_id
    looks: list[Callable[[], Sign]] = [
        database,
        lambda: queue(committee),
        faults,
        lambda: chain(committee),
        lambda: years(committee),
        fonts,
        disk,
        mail,
    ]
    signs = [look() for look in looks]
    bad = sum(sign.light == "red" for sign in signs)
    return render(request, "jobs/health.html", {"signs": signs, "bad": bad})


def live(request: HttpRequest) -> JsonResponse:
    """For a watcher without account: does it answer, nothing more."""
    ok = database().light == "green"
    return JsonResponse({"ok": ok}, status=200 if ok else 503)
