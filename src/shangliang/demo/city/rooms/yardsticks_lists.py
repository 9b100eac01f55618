"""Demonstration 3: six questions, lists, notebooks, cards, needs and surveys."""

from datetime import date, timedelta

from ....actors.models import Actor
from ....engines.indicators.periods import Period
from ....procedures.office_calendar import today
from ....procedures.seat import Seat
from ....yardsticks.actions.adopt import adopt
from ....yardsticks.actions.answer_pulse import answer_pulse
from ....yardsticks.actions.answer_sheet import answer_sheet
from ....yardsticks.actions.close_pulse import close_pulse
from ....yardsticks.actions.count_pulse import count_pulse
from ....yardsticks.actions.enter_item import enter_item
from ....yardsticks.actions.enter_need import enter_need
from ....yardsticks.actions.learn import learn
from ....yardsticks.actions.model import model
from ....yardsticks.actions.open_pulse import open_pulse
from ....yardsticks.actions.retest import retest
from ....yardsticks.actions.say_done import say_done
from ....yardsticks.actions.start_sheet import start_sheet
from ....yardsticks.actions.submit_sheet import submit_sheet
from ....yardsticks.actions.tell_result import tell_result
from ....yardsticks.actions.write_card import write_card
from ....yardsticks.models import Region, Yardstick
from ..bodies import Body


def answers(office: Seat, county: Seat, city: Body) -> None:
    """Demonstration 3: six questions, gaps, learn and model rows, notebooks with re-tests."""
    league = Actor.objects.get(committee=city.committee, name="共青团四泉县委员会").pk
    six = Yardstick.objects.get(committee=city.committee, code="six")
    day = today()
    sheet = start_sheet(
        county,
        yardstick=six.pk,
        owner=league,
        round=f"{day.year}年第{(day.month - 1) // 3 + 1}季度",
    )
    said = [
        {"number": 1, "verdict": "enough", "evidence": "年初目标比上年高两成，十月底完成八成。"},
        {"number": 2, "verdict": "not", "evidence": "摸底台账只到乡镇，村一级有31个村没有数。",
         "gap_text": "31个村的青年底数没有摸到", "measure_text": "每村一名联络员，一个月补齐台账",
         "person_name": "组织部副部长", "due_on": day + timedelta(days=30)},
        {"number": 3, "verdict": "not", "evidence": "去年4条举措核实做到2条。",
         "gap_text": "举措做到的不到一半", "measure_text": "举措少而实，每条先写原来是多少",
         "person_name": "办公室主任", "due_on": day + timedelta(days=45)},
        {"number": 4, "verdict": "enough", "evidence": "8个联系点每月走访，记录齐全。"},
        {"number": 5, "verdict": "unsure", "evidence": "专职4人兼职9人，任务没有按岗分。", "gap_text": "任务没有落到岗"},
        {"number": 6, "verdict": "enough", "evidence": "承诺事项6项，已销号5项。"},
    ]  # fmt: skip
    answer_sheet(
        county, sheet.pk, answers=said, mission="让县里的年轻人找得到组织、办得成事。",
        pledge="底数不清的事我来跑，一个月见台账。", person_name="示范县级联络员",
    )  # fmt: skip
    sheet = submit_sheet(county, sheet.pk)
    found = [a.gap for a in sheet.answers.select_related("gap") if a.gap_id]
    first = learn(
        county, gap=found[0].pk, whom="团六合里县委", text="村级青年联络员制度：一村一员、季度更新",
        due_on=day + timedelta(days=20), person_name="组织部副部长",
    )  # fmt: skip
    model(
        county, learned=first.pk, text="青年底数台账更新率", goal="全市第一", due_on=day + timedelta(days=60),
        person_name="组织部副部长",
    )  # fmt: skip
    learn(
        county, gap=found[1].pk, whom="一江区", text="举措先写原来是多少、再写到多少",
        due_on=day + timedelta(days=30), person_name="办公室主任",
    )  # fmt: skip
    wrong = enter_item(
        county, book="wrong", owner=league, title="志愿者人数把注册和活跃混在一起报", gap=found[0].pk,
        cause="没有看口径", way="报数前对照标尺库口径，双人核", retest_on=day,
    )  # fmt: skip
    retest(
        county,
        wrong.pk,
        passed=False,
        note="抽3张表，仍有1张混报",
        again_on=day + timedelta(days=14),
    )
    enter_item(
        county, book="wrong", owner=league, title="活动通知当天才发", cause="没有排日程", way="提前五天发，日程上墙",
        retest_on=day,
    )  # fmt: skip
    enter_item(
        county, book="real", owner=league, title="年底前建成10个青年之家", cause="市里年度任务书（示例）", way="与党群服务中心合用场地"
    )  # fmt: skip
    region = Region.objects.get(committee=city.committee, name="四泉县")
    rate = Yardstick.objects.get(committee=city.committee, code="retail_rate")
    enter_item(
        county, book="contest", owner=league, title="青年夜市带动消费", cause="", way="与商务局联办六场",
        goal="社零增速进前三", yardstick=rate.pk, region=region.pk, rank_then=6, period_then=f"{day.year - 1}Q4",
    )  # fmt: skip


def cards(office: Seat, county: Seat, city: Body, now: Period) -> None:
    """A practice card that 四泉县 uses too, and needs beside measures."""
    owner = city.units["fagai"].pk if "fagai" in city.units else next(iter(city.units.values())).pk
    mine = Actor.objects.get(committee=city.committee, name="四泉县人民政府").pk
    card = write_card(
        office, owner=owner, region="六合里县", indicator="invest_rate", title="项目开工专班：一项目一堵点一销号",
        problem="项目签约多、开工少，堵点在部门之间转。", practice="县里成立专班，每个项目只列一个最大堵点，指定一个部门，七天销号或上会。",
        effect="三季度亿元项目开工率由58%升到83%。", evidence=f"{now.label(True)}项目调度表（示例）",
        conditions="分管县领导每周主持一次。", contact="六合里县项目办",
    )  # fmt: skip
    used = adopt(county, card.pk, owner=mine, change="堵点由发改委统一编号")
    tell_result(county, used.pk, state="effective", result="两个月解开4个堵点，复工4个项目。")
    write_card(
        office, owner=owner, region="一江区", indicator="budget_rate", title="重点税源月度会商",
        problem="税收波动到季末才知道。", practice="财政、税务、统计每月会商前二十户。", effect="预测误差由8%降到3%。",
        evidence="月度会商纪要（示例）",
    )  # fmt: skip
    day = today()
    for text, count, source in (
        ("乡镇到县城的晚班公交", 126, "十个乡镇座谈"), ("青年创业小额贷款手续太多", 83, "问卷"), ("村里缺活动场地", 47, "走访"),
    ):  # fmt: skip
        enter_need(office, text=text, count=count, on=day - timedelta(days=20), source=source)


# Answers to a question in own words: two matters of five and more, and some that nobody else named.
SAID = (
    "公交末班车太早", "公交车末班太早了，下班赶不上", "末班公交太早，希望晚一点", "公交末班太早回不了乡镇",
    "乡镇公交末班车太早", "末班公交能不能晚一小时", "青年公寓太少", "希望多建青年公寓", "青年公寓租金太高",
    "青年公寓离单位太远", "青年公寓排不上", "想要便宜的青年公寓", "无", "挺好的", "周末想学点手艺", "招聘会信息看不到",
)  # fmt: skip


def in_words(office: Seat, day: date) -> None:
    """A pulse that has ended: counts of two counties, and what was written grouped by likeness."""
    asked = [{"text": "在县里生活方便吗", "options": ["方便", "一般", "不方便"], "good": [0]}]
    row = open_pulse(
        office, title="青年在县里（第三季度）", questions=asked, on=day, until=day + timedelta(days=1),
        purpose="看看青年在县里生活还缺什么，结果给团市委用。", open_question="眼下最想改变哪一件事",
    )  # fmt: skip
    places = list(Region.objects.filter(committee_id=office.committee_id, level="county")[:2])
    for n, words in enumerate(SAID):
        answer_pulse(
            office.committee_id, row.pk, key=f"写的{n}", region=places[n % 2].pk, choices=[n % 3], words=words
        )  # fmt: skip
    close_pulse(office, row.pk)


def surveys(office: Seat) -> None:
    """Two pulses with the same question: the change with its margin, a county of four hidden."""
    question = [{"text": "找政府办事方便吗", "options": ["方便", "一般", "不方便"], "good": [0]}]
    day = today()
    first = open_pulse(
        office, title="办事方便吗（上半年）", questions=question, on=before(day, 150)
    )
    later = open_pulse(
        office,
        title="办事方便吗（下半年）",
        questions=question,
        on=before(day, 9),
        follows=first.pk,
    )
    for row, n in ((first, 0), (later, 3)):
        for at, name in enumerate(("一江区", "二桥区", "四泉县")):
            count_pulse(office, row.pk, region=name, counts=[[16 + at + n, 12 - at, 8 - n]])
    count_pulse(office, later.pk, region="五峰县", counts=[[2, 1, 1]])
    say_done(office, later.pk, did="周六上午开窗口；材料清单减了两项。")
    asked = [
        {"text": "您找得到组织办活动吗", "options": ["找得到", "有时找不到", "找不到"], "good": [0]},
        {"text": "活动时间合适吗", "options": ["合适", "一般", "不合适"], "good": [0]},
        {"text": "眼下最需要哪样", "options": ["就业创业", "住房租房", "婚恋交友", "文体场地"], "good": []},
    ]  # fmt: skip
    live = open_pulse(
        office, title="青年冷暖（第四季度）", questions=asked, on=day, until=day + timedelta(days=20),
        purpose="看看青年眼下冷暖、最需要什么，结果给团市委和专委会排明年的活动用。",
    )  # fmt: skip
    in_words(office, day)
    talk(office, day)
    places = list(Region.objects.filter(committee_id=office.committee_id, level="county")[:4])
    for n in range(31):
        answer_pulse(
            office.committee_id, live.pk, key=f"示范{n}", region=places[n % 4].pk,
            choices=[n * 7 % 3, n * 5 % 3, n * 3 % 4],
        )  # fmt: skip


def talk(office: Seat, day: date) -> None:
    """协商四有: those who were there say it after the meeting, by count only."""
    four = [
        {"text": f"今天的发言{said}吗", "options": ["是", "有的是", "不是"], "good": [0]}
        for said in ("有理", "有物", "有度", "有情")
    ]
    row = open_pulse(office, title="协商会后四有评议", questions=four, on=before(day, 16))
    for name, counts in (("一江区", (9, 4, 1)), ("二桥区", (7, 5, 2)), ("三塘区", (6, 6, 1))):
        yes, some, no = counts
        count_pulse(
            office, row.pk, region=name,
            counts=[[yes, some, no], [yes - 2, some + 2, no], [yes + 1, some - 1, no], [yes - 1, some, no + 1]],
        )  # fmt: skip


def before(day: date, days: int) -> date:
    return day - timedelta(days=days)
