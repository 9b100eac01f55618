"""Three rounds of the sample city: one with its result and what became of it, one under way, one closed."""

import random
import time
from datetime import timedelta

from ....accounts.seats import seat_of
from ....actors.models import Actor, Tie
from ....consensus.actions.add_statement import add_statement
from ....consensus.actions.close_round import close_round
from ....consensus.actions.follow_up import follow_up
from ....consensus.actions.hand_over import hand_over
from ....consensus.actions.open_round import open_round
from ....consensus.actions.publish_round import publish_round
from ....consensus.actions.refuse_statement import refuse_statement
from ....consensus.actions.start_round import start_round
from ....consensus.answers import analysed
from ....consensus.models import Participant, Round, Statement, Vote
from ....procedures.office_calendar import today
from ....procedures.seat import Seat
from ..bodies import Body

# (text, how much each of three camps agrees: 1 all, 0 half, -1 none)
LIFTS = (
    ("每台电梯贴出维保单位和下次检验日期。", (0.9, 0.85, 0.9)),
    ("协议里要写明更换业主代表的程序。", (0.8, 0.7, 0.65)),
    ("停用的先修好，钱怎么分以后再算清。", (0.9, 0.6, 0.75)),
    ("电梯广告收益应先用于维保。", (0.75, 0.6, 0.7)),
    ("一二层住户不用电梯，也应分担一部分维保费。", (0.75, -0.9, 0.1)),
    ("大修费用应由财政出大头。", (-0.5, -0.9, 0.95)),
    ("费用按楼层和使用次数算。", (-0.6, 0.95, -0.9)),
    ("社区统一找一家维保公司，比各楼自己找便宜。", (0.5, -0.3, 0.9)),
    ("每年公布一次电梯账目，谁都能看。", (0.95, 0.9, 0.9)),
    ("宁可停用也不再出钱。", (-0.95, 0.5, -0.95)),
    ("维修时老人上下楼，社区应有人帮忙。", (0.8, 0.6, 0.85)),
    ("买保险的钱可以从公共收益里出。", (0.6, -0.5, 0.8)),
)
PARKING = (
    ("晚上学校操场可以让居民停车。", 0.3),
    ("消防通道上的车一律拖走。", 0.7),
    ("老小区先划非机动车位，再划汽车位。", 0.1),
    ("路边停车前两小时免费。", 0.4),
    ("每户只发一个月卡。", -0.2),
    ("单位的车位夜里要对外开放。", 0.5),
    ("空地先给老人活动，不给停车。", 0.0),
    ("停车费用来修路灯。", 0.2),
)
OWN = ("充电桩要和车位一起规划。", "张某某的车天天堵门。", "晚上十点后不许鸣笛。")


def fill(city: Body, counties: list[Body]) -> None:
    """By the room's verbs; only the answers of many people are written in one go."""
    rng = random.Random(29)
    organiser = seat_of(holder(city, Tie.Kind.ORGANISER))
    convenor = seat_of(holder(city, Tie.Kind.CONVENOR))
    lifts = begin(
        convenor, "电梯装好以后，谁来管？",
        "加装电梯三年多了，有的停了没人修。先听大家怎么说，再写成建议交给有关部门。",
        [text for text, _ in LIFTS],
    )  # fmt: skip
    camps = rng.choices((0, 1, 2), weights=(5, 3.5, 1.8), k=420)
    answer_all(lifts, [[means[camp] for _, means in LIFTS] for camp in camps], rng, 0.75)
    close_round(convenor, lifts.pk)
    publish_round(convenor, lifts.pk, names=names_of(lifts))
    lifts.refresh_from_db()
    unit = city.units["zhujian"]
    hand_over(organiser, lifts.pk, number=1, owner=unit.pk, due_on=today() + timedelta(days=40))
    follow_up(
        convenor, lifts.pk, kind="used", number=3, text="写进社区议事会的协议，停用的两台已报修"
    )
    follow_up(convenor, lifts.pk, kind="not", number=4, text="没有写进建议：广告收益宜由业主大会定")
    parking = begin(
        organiser, "晚上的车，停到哪里去？",
        "收集大家对老城区夜间停车的看法，供专题协商会用。",
        [text for text, _ in PARKING],
    )  # fmt: skip
    answer_all(parking, [[m for _, m in PARKING] for _ in range(64)], rng, 0.8)
    person = parking.people.order_by("number").first()
    for n, text in enumerate(OWN, len(PARKING) + 1):
        row = Statement.objects.create(
            committee_id=parking.committee_id, round=parking, number=n, text=text, author=person
        )
        if "张某某" in text:
            refuse_statement(organiser, row.pk, reason="person", note="改成不点名的说法可以再交")
    start_round(organiser, title="社区食堂，怎样才办得下去？", intro="筹备中。")


def names_of(round_: Round) -> dict[str, str]:
    """The words a host would choose: by what each group wants most among three ways to pay."""
    round_.refresh_from_db()
    opinion = analysed(round_)
    ways = {5: "大家分担", 7: "谁用谁出", 6: "公共兜底"}
    found = {}
    for group in opinion.groups:
        shares = {n: opinion.table[n].by_group[group.id].value for n in ways}
        found[str(group.id)] = ways[max(shares, key=lambda n: shares[n])]
    return found if len(set(found.values())) == len(found) else {}


def holder(city: Body, kind: str) -> Actor:
    """The demonstration person of a post."""
    tie = Tie.objects.filter(committee=city.committee, kind=kind).select_related("who__committee")
    return tie.latest("pk").who


def begin(seat: Seat, title: str, intro: str, texts: list[str]) -> Round:
    made: Round = start_round(seat, title=title, intro=intro)
    add_statement(seat, made.pk, text="\n".join(texts))
    open_round(seat, made.pk, closes_on=today() + timedelta(days=12))
    made.refresh_from_db()
    return made


def answer_all(round_: Round, means: list[list[float]], rng: random.Random, part: float) -> None:
    """Everybody answers a share of the statements, by chance around the camp's mean."""
    shown = list(round_.statements.filter(state="shown").order_by("number"))
    people = Participant.objects.bulk_create(
        Participant(committee_id=round_.committee_id, round=round_, number=rng.randrange(10**12))
        for _ in means
    )
    start = time.time_ns() // 1_000_000 - 5 * 86_400_000
    rows = []
    for person, mean in zip(people, means, strict=True):
        for statement, m in zip(shown, mean, strict=True):
            if rng.random() > part:
                continue
            chance = rng.random()
            value = 0 if chance < 0.07 else 1 if rng.random() < (m + 1) / 2 else -1
            rows.append(
                Vote(
                    committee_id=round_.committee_id,
                    round=round_,
                    participant=person,
                    statement=statement,
                    value=value,
                    at_ms=start + rng.randrange(4 * 86_400_000),
                )
            )
    rng.shuffle(rows)
    Vote.objects.bulk_create(rows, batch_size=500)
    from ....procedures.models import Series

    Series.objects.filter(key=f"statement:{round_.pk}").update(last=len(shown) + len(OWN))
