"""宣传 on the first start: an issue, a kit, a case others took up, texts at every step; all invented."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from ....accounts.seats import seat_of
from ....actors.models import Actor
from ....procedures.office_calendar import today
from ....procedures.perform import REGISTRY
from ....procedures.seat import Seat
from ....publications.actions.ask_doubt import ask_doubt
from ....publications.actions.keep_outlet import keep_outlet
from ....publications.actions.note_clipping import note_clipping
from ....publications.actions.plan_lecture import plan_lecture
from ....publications.actions.start_gazette import start_gazette
from ....publications.actions.start_piece import start_piece
from ....publications.found import SOURCES, Found
from ....publications.models import Piece
from ..bodies import Body

NAMES = ("xinxi", "zhuanwei", "chushen", "fushen", "fuzhuxi", "caizheng", "zhujian")
REVIEWS = (("pass_first", "zhuanwei"), ("pass_second", "fushen"), ("pass_final", "fuzhuxi"))
QUESTIONS = (
    (
        "装了电梯以后坏了谁出钱修？",
        "装梯协议里要写明维保由谁出钱；写了的按协议，没写的由共用的几户商定。",
        "《澄州市加装电梯管养办法（示例）》第六条",
    ),
    (
        "一楼不同意装，能不能装？",
        "要先商量。商量不成的，社区议事室可以开一场协商，谈成什么写成纪要。",
        "《澄州市加装电梯管养办法（示例）》第三条",
    ),
    ("补贴什么时候发到？", "验收以后申请，材料齐的当月受理。", "市住建局办事指南（示例）第二节"),
    ("老人卡能不能用在电梯费上？", "", ""),
    ("电梯装好后坏了由谁来出钱修呢？", "", ""),
)
OUTLETS = (
    ("paper", "澄州日报（示例）", "时政版", "值班编辑", "0000-2001"),
    ("radio", "澄州广播电视台（示例）", "民生直通", "栏目组", "0000-2002"),
    ("institute", "澄州协商民主研究会（示例）", "", "秘书处", "0000-2003"),
)
PRACTICE = {
    "problem": "一件事几家都管，坏了没有人先动手，群众不知道该找谁。",
    "doing": "提案里把事一条一条写开，每条只认一个牵头单位。\n牵头单位先到现场看，再和提案人当面商量。\n答应的事写上日期，由没有参与办的人去核实。",
    "lesson": "要有一家肯牵头，日期要写死，核实的人不能是办事的人。只开会不落到单位的，学不来。",
}


def do(verb: str, seat: Seat, row: Any, table: str = "piece", **data: Any) -> Any:
    return REGISTRY[table, verb](seat, row.pk, **data)


def recent(committee: int) -> dict[str, list[Found]]:
    """Confirmed results of the last months that are public, by kind."""
    first = today() - timedelta(days=150)
    told = [s for s in SOURCES.values() if s.told]
    return {s.kind: s.month(committee, first, today()) for s in told}


def in_turn(found: dict[str, list[Found]]) -> list[Found]:
    """One of each kind, then the next."""
    most = max(map(len, found.values()), default=0)
    return [rows[n] for n in range(most) for rows in found.values() if n < len(rows)]


def fill(city: Body, counties: list[Body]) -> None:
    """By the room's own verbs; nothing where nothing is public yet."""
    people = Actor.objects.filter(committee=city.committee, account__username__in=NAMES)
    seats = {p.account.username: seat_of(p) for p in people.select_related("account", "committee")}  # type: ignore[union-attr]
    if len(seats) < len(NAMES):
        return
    lecture(seats, city)
    found = recent(city.committee.pk)
    rows = in_turn(found)
    if len(rows) < 4:
        return
    editor = seats["xinxi"]
    news = [start_piece(editor, kind="news", source=r.key) for r in rows[:4]]
    claim(seats, news[3])
    practice_row = next(iter(found.get("effect", [])), rows[0])
    practice = start_piece(editor, kind="practice", title="一条一家、写死日期、别人核实", source=practice_row.key)  # fmt: skip
    do("edit_piece", editor, practice, title=practice.title, parts=practice.parts | PRACTICE)
    told = (found.get("effect", [])[1:2] or rows[3:4])[0]
    release = start_piece(editor, kind="release", source=told.key)
    contact = {"contact": "市政协办公室宣传科 0000-1001（示例）"}
    do("edit_piece", editor, release, title=release.title, parts=release.parts | contact)
    for piece in (*news[:3], practice, release):
        review(seats, piece)
    issue(seats, news[:2])
    for piece in (practice, release):
        do("publish_piece", editor, piece)
    taken_up(seats, city, practice)
    press(editor, release)
    for n, row in enumerate(rows[4:6]):
        piece = start_piece(editor, kind="news", source=row.key)
        do("submit_piece", editor, piece)
        if n:
            do("pass_first", seats["zhuanwei"], piece)
            do("pass_second", seats["fushen"], piece)


def review(seats: dict[str, Seat], piece: Piece) -> None:
    do("submit_piece", seats["xinxi"], piece)
    for verb, who in REVIEWS:
        do(verb, seats[who], piece)


def claim(seats: dict[str, Seat], piece: Piece) -> None:
    """A draft with a sentence that nobody has proved yet."""
    text = f"{piece.parts['text']}\n这样办的在全省是首个，惠及3200人。"
    do("edit_piece", seats["xinxi"], piece, title=piece.title, parts={"text": text})


def issue(seats: dict[str, Seat], pieces: list[Piece]) -> None:
    """One issue that is out, with a correction; the third approved text waits for the next."""
    case = start_gazette(seats["xinxi"], name="澄州政协信息", pieces=[p.pk for p in pieces])
    do("release_gazette", seats["fuzhuxi"], case, "gazette")
    note = "文中单位名称应写全称，简称是编辑写的。"
    do("write_amendment", seats["xinxi"], pieces[0], text=note)
    first = pieces[0].amendments.get()
    do("pass_amendment", seats["fuzhuxi"], pieces[0], amendment=first.pk)


def taken_up(seats: dict[str, Seat], city: Body, practice: Piece) -> None:
    """A unit by itself, a county by its letter; one has come further."""
    unit = seats["caizheng"]
    own = min(unit.units)
    do(
        "take_up",
        unit,
        practice,
        who=own,
        text="预算绩效问题也一条一家列，写日期",
        on=today() - timedelta(days=9),
    )
    row = practice.uptakes.get(who_id=own)
    do(
        "follow_up",
        unit,
        practice,
        uptake=row.pk,
        came="partly",
        text="列出来的按期改完一半，剩下的要等明年预算",
    )
    county = Actor.objects.filter(committee=city.committee, kind="county", active=True).order_by(
        "pk"
    )
    if place := county.first():
        do(
            "take_up",
            seats["xinxi"],
            practice,
            who=place.pk,
            text="议事室商定的事照这样派",
            told="来函",
            on=today() - timedelta(days=3),
        )


def press(editor: Seat, release: Piece) -> None:
    """Whom to tell, and who printed it."""
    outlets = [
        keep_outlet(editor, kind=kind, name=name, desk=desk, contact=who, reach=reach)
        for kind, name, desk, who, reach in OUTLETS
    ]
    note_clipping(
        editor, outlet=outlets[0].pk, title="提案答复上了网，谁都查得到", on=today(), page="2 版",
        piece=release.pk, faith="true",
    )  # fmt: skip
    note_clipping(
        editor, outlet=outlets[1].pk, title="民生直通：这件事后来怎样", on=today(), page="晚间",
        faith="wrong", note="把部分见效说成全部见效，已请栏目更正",
    )  # fmt: skip


def lecture(seats: dict[str, Seat], city: Body) -> None:
    """A talk with five questions: published, waiting for a check, asked of a unit, open, alike an earlier one."""
    keeper = seats["zhuanwei"]
    day = timezone.make_aware(datetime.combine(today() - timedelta(days=2), time(15)))
    speaker = Actor.objects.get(committee=city.committee, account__username="weiyuan")
    case = plan_lecture(
        keeper, title="加装电梯的管养办法讲给大家听", basis="《澄州市加装电梯管养办法（示例）》",
        speaker=speaker.pk, starts_at=day, place="柳岸社区议事室", audience="柳岸社区居民",
        points="谁出钱装\n谁出钱修\n商量不成怎么办",
    )  # fmt: skip
    do("open_lecture", keeper, case, "lecture")
    for n, (text, answer, source) in enumerate(QUESTIONS):
        doubt = ask_doubt(Seat(committee_id=city.committee.pk), code=case.code, text=text)
        if n == 2:
            do("hand_doubt", keeper, doubt, "doubt", unit=min(seats["zhujian"].units))
        if answer:
            who = seats["zhujian"] if n == 2 else keeper
            do("answer_doubt", who, doubt, "doubt", answer=answer, source=source)
        if n < 2:
            do("pass_doubt", seats["xinxi"], doubt, "doubt")
