"""Four organs; a matter that went from the party group to the chairpersons' meeting with its papers."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from ....cycles.actions.add_matter_paper import add_matter_paper
from ....cycles.actions.agree_matter import agree_matter
from ....cycles.actions.close_meeting import close_meeting
from ....cycles.actions.hold_meeting import hold_meeting
from ....cycles.actions.list_matter import list_matter
from ....cycles.actions.plan_meeting import plan_meeting
from ....cycles.actions.put_off_matter import put_off_matter
from ....cycles.actions.raise_matter import raise_matter
from ....cycles.actions.send_back_matter import send_back_matter
from ....cycles.actions.send_on_matter import send_on_matter
from ....cycles.actions.set_organ import set_organ
from ....cycles.agenda import BASIS, USUAL
from ....cycles.models import Matter, Organ
from ....engines.papers.official import Report, Section, to_docx
from ....procedures.office_calendar import today
from ....procedures.seat import Seat
from ..bodies import Body

PLAN = """围绕城市更新、老旧小区管养、民营经济三个方面安排协商，全年共十二项。
请会议审议：议题是否合适，牵头单位和时间是否排得开。"""
ORGANS = (("standing", "常委会会议", 31), ("chairs", "主席会议", 9), ("party", "市政协党组", 9))
MATTERS = (
    ("审议明年协商计划（草案）", PLAN, "办公室"),
    ("研究老旧小区管养协商报告的报送", "报告已改三稿，请会议定是否报市委、市政府。", "人口资源环境委员会"),
    ("听取机关制度修订情况", "已改七项制度，请会议定几时印发。", "办公室"),
)  # fmt: skip


def organs(city: Body, seat: Seat) -> dict[str, Organ]:
    """From the last that decides to the first that is asked; each knows where matters go on to."""
    made: dict[str, Organ] = {}
    after = None
    for n, (kind, name, seats) in enumerate(ORGANS):
        made[kind] = set_organ(
            seat, kind=kind, name=name, seats=seats, quorum=USUAL[Organ.Kind(kind)],
            secretary=city.clerks[n % len(city.clerks)].pk, after=after,
            basis=BASIS[Organ.Kind(kind)],
        )  # fmt: skip
        after = made[kind].pk
    set_organ(seat, kind="special", name="提案委员会会议", seats=11, quorum="more", after=made["chairs"].pk)  # fmt: skip
    return made


def agenda(city: Body, seat: Seat) -> None:
    """The party group has met and passed on a plan; the chairpersons' meeting has it before it."""
    made, day = organs(city, seat), today()
    rows: list[Matter] = [
        raise_matter(seat, organ=made["party"].pk, title=title, text=text, raised_by=by)
        for title, text, by in MATTERS
    ]
    for title in ("协商计划（草案）", "起草说明"):
        paper = to_docx(Report(title=title, sections=[Section.of("", PLAN)]))
        add_matter_paper(seat, rows[0].pk, paper=SimpleUploadedFile(f"{title}.docx", paper))
    held = day - timedelta(days=min(6, day.timetuple().tm_yday - 1))
    met = plan_meeting(
        seat, organ=made["party"].pk, on=held, place="三楼党组会议室", host="党组书记"
    )
    for row in rows:
        list_matter(seat, row.pk, meeting=met.pk, minutes=15)
    hold_meeting(seat, met.pk, came=8, away="1 人出差", also="各专委会主任")
    send_on_matter(
        seat, rows[0].pk, organ=made["chairs"].pk, yes=8,
        words="原则同意，民营经济一项提前到上半年，修改后提交主席会议。",
    )  # fmt: skip
    send_back_matter(seat, rows[1].pk, words="管养经费的测算没有依据，请财政部门核过再报。")
    put_off_matter(seat, rows[2].pk, words="等新修订的考勤制度一并研究。")
    close_meeting(seat, met.pk)
    next_ = plan_meeting(
        seat, organ=made["chairs"].pk, on=day + timedelta(days=5), place="二楼会议室", host="主席"
    )
    list_matter(seat, rows[0].pk, meeting=next_.pk, reporter="秘书长", minutes=20)
    visit = raise_matter(
        seat, organ=made["chairs"].pk, title="研究年度视察安排", raised_by="办公室",
        text="拟安排四次视察，请会议定时间和带队领导。",
    )  # fmt: skip
    list_matter(seat, visit.pk, meeting=next_.pk)
    was = plan_meeting(seat, organ=made["chairs"].pk, on=held, host="主席")
    told = raise_matter(
        seat, organ=made["chairs"].pk, title="确定重点提案督办名单", raised_by="提案委员会",
        text="提出八件，请会议定五件。",
    )  # fmt: skip
    list_matter(seat, told.pk, meeting=was.pk)
    hold_meeting(seat, was.pk, came=7)
    agree_matter(seat, told.pk, words="同意第一至第五件，由各位副主席分别督办。", yes=7)
    close_meeting(seat, was.pk)
