"""The year's record of the sample members: deeds, homework with colleagues' words, why some could not come."""

from ....activities.causes import ASKED
from ....activities.models import Attendance
from ....activities.outcome import outcome_of
from ....deeds.actions.adopt_table import adopt_table
from ....deeds.actions.answer_comment import answer_comment
from ....deeds.actions.comment_work import comment_work
from ....deeds.actions.confirm_deed import confirm_deed
from ....deeds.actions.open_contest import open_contest
from ....deeds.actions.report_deed import report_deed
from ....deeds.actions.save_statement import save_statement
from ....deeds.actions.settle import settle
from ....deeds.actions.share_work import share_work
from ....deeds.models import WorkComment
from ....procedures.perform import REGISTRY
from .activities_scene import DAY, Scene


def record(scene: Scene) -> None:
    """Two deeds of one's own, points by a method, a contest, a statement begun."""
    one = report_deed(
        scene.member,
        what="charity",
        title="给北岸社区老人讲用药安全",
        on=scene.day - 33 * DAY,
        evidence="社区有照片",
    )
    confirm_deed(scene.office, one.pk)
    work = share_work(
        scene.member, year=(scene.day - 33 * DAY).year, source_type="deed", source_id=one.pk,
        text="讲了两次，老人最爱问药能不能一起吃。下一次想请同事帮着看看讲什么。",
    )  # fmt: skip
    for n, text in enumerate(
        ("可以带一张大字的对照表，北岸社区有打印机。", "建议讲完留半小时，一个一个问。")
    ):
        comment_work(scene.seat(scene.some[n]), work.pk, text=text)
    first = WorkComment.objects.filter(committee_id=work.committee_id).order_by("pk")[0]
    answer_comment(scene.member, first.pk, answer="好，对照表下周先印二十份。")
    report_deed(
        scene.member,
        what="speech_written",
        title="全体会议书面发言：技工从哪里来",
        on=scene.day - 20 * DAY,
    )
    adopt_table(scene.office, year=scene.day.year, preset="minhang")
    settle(scene.office, year=scene.day.year)
    open_contest(
        scene.member, year=scene.day.year, shown="社区义诊：出席",
        text="那天我还带了两位同事，能不能在义诊里写上协助人数？",
    )  # fmt: skip
    save_statement(
        scene.member, year=scene.day.year, text="今年围绕技工短缺做了一次调研，正在写成提案。"
    )


# What those who could not come tapped, some more often than others.
TAPPED = ("clash", "late", "clash", "work", "clash", "late", "far")


def causes(scene: Scene) -> None:
    """One tap each of those who were absent; only sums remain."""
    rows = Attendance.objects.filter(
        committee_id=scene.city.committee.pk, activity__state="closed", presences__isnull=True,
        state__in=("invited", "going"), walk_in=False,
    ).exclude(person=scene.person)  # fmt: skip
    asked = rows.select_related("activity", "person").order_by("pk")[:60]
    absent = [row for row in asked if outcome_of(row).key in ASKED][:22]
    for n, row in enumerate(absent):
        REGISTRY[("attendance", "say_cause")](
            scene.seat(row.person), row.pk, cause=TAPPED[n % len(TAPPED)]
        )
