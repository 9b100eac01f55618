"""Texts that were read: a plan's topics, an opinion's clause matrix, a policy's uses, support from above."""

from datetime import timedelta

from ....accounts.seats import seat_of
from ....actors.models import Actor
from ....documents.actions.accept import accept
from ....documents.actions.accept_certain import accept_certain
from ....documents.actions.add_measure import add_measure
from ....documents.actions.record_use import record_use
from ....documents.actions.refuse_extract import refuse_extract
from ....documents.actions.report_measure import report_measure
from ....documents.actions.set_columns import set_columns
from ....documents.actions.settle import settle
from ....documents.actions.take_in import take_in
from ....documents.models import Clause, Intake
from ....procedures.office_calendar import today
from ....procedures.seat import Seat
from ....subjects.actions.add_subject import add_subject
from ....subjects.models import Subject
from ..bodies import Body
from . import speeches

FOUR = "与理论学习结合\n与履行职能结合\n与自身建设结合\n与宣传引导结合"


def organiser(city: Body) -> Seat:
    """The committee's own staff (专委会工作人员)."""
    found = Actor.objects.filter(committee=city.committee, account__username="zhuanwei").first()
    return seat_of(found or city.supervisors[0])


def fill(city: Body, counties: list[Body]) -> None:
    """Four texts in the order an office would take them in."""
    seat = organiser(city)
    plan(seat)
    opinion(city, seat)
    policy(city, seat)
    support(city, seat)


def accept_certain_quietly(seat: Seat, text: Intake) -> None:
    """What is certain, where anything is."""
    if text.extracts.filter(certain=True, state="open", soft=False).exists():
        accept_certain(seat, text.pk)


def plan(seat: Seat) -> None:
    """Two topics accepted, one found wrong, the rest waiting on the page."""
    text = take_in(
        seat, text=speeches.PLAN, kind=Intake.Kind.PLAN, given_on=today() - timedelta(days=12)
    )
    accept_certain(seat, text.pk)
    topics = list(text.extracts.filter(kind="topic").order_by("number"))
    for row in topics[:2]:
        accept(seat, row.pk)
    if len(topics) > 2:
        refuse_extract(seat, topics[-1].pk, reason="bounds", note="应是“传统工艺保护传承”。")


def clauses(
    seat: Seat, title: str, words: str, kind: str, about: Subject | None = None
) -> tuple[Intake, list[Clause]]:
    """A text with its clauses accepted."""
    text = take_in(
        seat, text=words, kind=kind, title=title, level="public",
        about_type="subject" if about else "", about_id=about.pk if about else None,
    )  # fmt: skip
    accept_certain(seat, text.pk)
    for flag in text.extracts.filter(kind="flag", state="open"):
        settle(seat, flag.pk, answer="keep")
    return text, list(Clause.objects.filter(committee_id=seat.committee_id, intake=text))


def opinion(city: Body, seat: Seat) -> None:
    """The four combinations: some clauses done, some late, some nobody took (S-097)."""
    text, rows = clauses(seat, "关于推进协商议事向基层延伸的意见", speeches.OPINION, "opinion")
    set_columns(seat, text.pk, columns=FOUR)
    units, day = city.units, today()
    leaves = [row for row in rows if row.level > 1] or rows
    given = (
        (0, "minzheng", 1, "示范乡镇先建 10 处议事室", 30, "done"),
        (0, "xuanchuan", 3, "做一期议事室短片", 20, ""),
        (1, "tongzhan", 1, "每个界别选 1 名召集人", 45, "doing"),
        (2, "zhengfuban", 1, "门户网站开议题征集栏", 15, "blocked"),
        (3, "zhengfuban", 1, "结果公开列入政务公开考核", 60, ""),
    )
    for clause, unit, column, words, days, state in given:
        if clause >= len(leaves) or unit not in units:
            continue
        add_measure(
            seat, leaves[clause].pk, owner=units[unit].pk, text=words, column=column,
            due_on=day + timedelta(days=days),
        )  # fmt: skip
        row = leaves[clause].measures.order_by("-pk").first()
        if state and row:
            report_measure(
                seat, row.pk, state=state,
                result="10 处已挂牌，都开过一次会" if state == "done" else "",
                obstacle="网站改版要排到年后" if state == "blocked" else "",
            )  # fmt: skip


def policy(city: Body, seat: Seat) -> None:
    """Ten clauses with how many used each; what nobody used shows; a centre and a team (S-159)."""
    whole = Subject.objects.filter(committee_id=seat.committee_id, name="创新十条").first()
    _, rows = clauses(seat, "关于支持创新创业的十条措施", speeches.POLICY, "opinion", whole)
    for kind, name in (("centre", "食品加工创新中心"), ("team", "装备配件弹性创新团队")):
        add_subject(
            seat, kind=kind, name=name, unit=city.units["keji"].pk,
            parent=whole.pk if whole else None,
        )  # fmt: skip
    counts = (41, 126, 3, 17, 0, 88, 0, 35, 12, 210)
    for row, count in zip(rows, counts, strict=False):
        record_use(seat, row.pk, count=count)
    for row in rows[:3]:
        add_measure(seat, row.pk, owner=city.units["keji"].pk, text="每季度公布兑付名单")


def support(city: Body, seat: Seat) -> None:
    """What was got, what is on its way, what nobody took (S-085)."""
    _, rows = clauses(seat, "上级支持本市建设区域枢纽的若干政策", speeches.SUPPORT, "support")
    for n, (unit, words, state, money, obstacle) in enumerate(
        (
            ("fagai", "申报铁路物流基地专项资金", "done", 3200, ""),
            ("shangwu", "报批货运班列线路", "blocked", None, "班列编号要省里统一排"),
        )
    ):
        if n >= len(rows) or unit not in city.units:
            continue
        add_measure(seat, rows[n].pk, owner=city.units[unit].pk, text=words)
        row = rows[n].measures.first()
        if row:
            report_measure(
                seat, row.pk, state=state, money=money, obstacle=obstacle,
                result="第一批资金已下达" if state == "done" else "",
            )  # fmt: skip
