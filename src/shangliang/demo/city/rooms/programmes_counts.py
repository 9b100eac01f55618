"""A counter programme on the first start: three actions, ten counties, some two hundred records. Made up."""

from datetime import date, timedelta

from ....actors.models import Actor
from ....procedures.office_calendar import today
from ....procedures.perform import REGISTRY
from ....procedures.seat import Seat
from ....programmes.actions.add_item import add_item
from ....programmes.actions.book_speaker import book_speaker
from ....programmes.actions.import_items import import_items
from ....programmes.actions.move_item import move_item
from ....programmes.actions.start_programme import start_programme
from ....programmes.models import Contributor, Programme

# (action, sub-item, unit, target, share of each county)
COUNTERS = (
    ("学习进基层", "讲习队", "支", 1, 0),
    ("学习进基层", "精品课", "门", 10, 1),
    ("学习进基层", "负责人领读", "场", 100, 10),
    ("学习进基层", "乡亲讲堂", "场", 1000, 100),
    ("走访进院落", "院落夜话", "场", 200, 20),
    ("履职促发展", "进厂问难", "次", 120, 12),
)
TELLERS = (
    ("养路工老许", "在山路上的二十年", "学校、乡镇"), ("返乡养蜂的小孟", "一箱蜂怎么变成合作社", "村里"),
    ("夜班护士阿宁", "急诊室的一百个夜晚", "社区、企业"),
)  # fmt: skip
HALLS = ("文化站", "小学礼堂", "村部", "社区书屋", "厂工会", "养老院")
SAID = ("青年", "老党员", "返乡户", "社区医生", "班主任", "手艺人", "网格员")
TALKS, READINGS, EVENINGS = 156, 14, 22


def counters(office: Seat, clerk: Seat, counties: list[Actor]) -> None:
    """Targets by county, records by import, speakers, talks asked and held."""
    if len(counties) < 3:
        return
    day = today()
    case = start_programme(
        office, kind="counter", title="三项行动计数", starts_on=date(day.year, 1, 1),
        aim="学习、走访、履职三项行动，做一场记一场，县县有数",
        ends_on=date(day.year, 12, 31) + timedelta(days=90),
    )  # fmt: skip
    for county in counties:
        REGISTRY[("programme", "add_partner")](office, case.pk, who=county.pk, part="")
    sides = list(case.partners.select_related("who").order_by("pk"))
    for action, title, unit, target, share in COUNTERS:
        lines = "\n".join(f"{p.who.name} {share}" for p in sides) if share else ""
        REGISTRY[("programme", "set_counter")](
            office, case.pk, action=action, title=title, unit=unit, target=target, shares=lines
        )
    held(office, case, sides)
    speakers(office, clerk, case, sides)


def held(office: Seat, case: Programme, sides: list[Contributor]) -> None:
    """Records of the year, thicker of late; counties differ, one has few."""
    goals = dict(case.counters.values_list("title", "pk"))
    rows = []
    wanted = (("乡亲讲堂", TALKS), ("负责人领读", READINGS), ("院落夜话", EVENINGS), ("精品课", 6), ("讲习队", 1), ("进厂问难", 9))  # fmt: skip
    for title, many in wanted:
        for n in range(many):
            side = sides[(n * n + n // 3) % (len(sides) - 1)]
            on = today() - timedelta(days=(n * 5) % 270 if n % 3 else n % 55)
            rows.append({
                "title": f"{title}第 {n + 1} {'场' if many > 6 else '个'}", "on": on.isoformat(),
                "proof": "签到表和照片", "counter": goals[title], "partner": side.pk,
                "data": {
                    "place": f"{side.who.short or side.who.name}{n + 1} 号{HALLS[n % 6]}",
                    "speaker": SAID[n % 7], "audience": str(18 + n * 7 % 90),
                },
            })  # fmt: skip
    import_items(office, case.pk, sheet="done", rows=rows)


def speakers(office: Seat, clerk: Seat, case: Programme, sides: list[Contributor]) -> None:
    """Three who agreed to be asked; one talk is to be answered, one is agreed."""
    until = (today() + timedelta(days=300)).isoformat()
    goal, made = case.counters.get(title="乡亲讲堂"), []
    for n, (name, story, whom) in enumerate(TELLERS):
        row = add_item(
            office, case.pk, sheet="speaker", title=name, on=today() - timedelta(days=20),
            partner=sides[n].pk, data={"story": story, "whom": whom, "agree": "同意", "until": until},
        )  # fmt: skip
        move_item(office, row.pk, step="listed", note="本人同意上名单")
        made.append(row)
    for n, venue in enumerate(("北岸书屋", "机修厂工会")):
        talk = book_speaker(
            clerk, case.pk, speaker=made[n].pk, counter=goal.pk, partner=sides[n].pk,
            day=today() + timedelta(days=6 + n), slot="evening", venue=venue,
        )  # fmt: skip
        if n:
            REGISTRY[("talk", "agree_talk")](office, talk.pk)
