"""People on lists of the sample city: experts, friends, a member's own contacts, contact with counties."""

from datetime import timedelta

from ....accounts.seats import seat_of
from ....actors.models import Actor, Tie
from ....groups.actions.add_listed import add_listed
from ....groups.actions.touch_county import touch_county
from ....groups.models import Listed
from ....procedures.office_calendar import today
from ....procedures.perform import REGISTRY
from ....procedures.seat import Seat
from ..bodies import Body
from ..scenes import SINCE

K = Tie.Kind
TALENTS = (
    ("expert", "甄懂水", "澄州市水务设计室", "高级工程师", "城市排水、湿地修复、海绵城市"),
    ("expert", "辛算法", "澄州大学", "教授", "数据治理、政务服务、人工智能"),
    ("expert", "梁护航", "澄州市一医院", "主任医师", "社区医疗、慢病管理、养老护理"),
    ("expert", "宋电梯", "澄州特检所", "检验师", "电梯安全、老旧小区改造、物业管理"),
    ("expert", "路通达", "澄州交通规划室", "规划师", "公共交通、停车、慢行系统"),
    ("expert", "谷丰年", "澄州农科站", "研究员", "农产品加工、种业、乡村产业"),
    ("retired", "旧任先", "离任委员", "", "物业管理、社区治理、垃圾分类"),
    ("retired", "还乡客", "离任委员", "", "招商引资、园区管理、民营企业"),
    ("institute", "澄江发展研究室（智库）", "", "", "县域经济、产业集群、营商环境、财政资金"),
    ("institute", "澄州大学老龄研究组（智库）", "", "", "养老服务、托幼、社区治理"),
)  # fmt: skip
OWN_FIELDS = ("垃圾分类、物业管理", "民营企业、营商环境", "文化遗产、旅游", "职业教育、技工", "生态保护、湿地修复", "养老服务、社区医疗")  # fmt: skip
FRIENDS = (
    ("文以载", "澄州书画院", "书法下乡、文史资料"),
    ("江上行", "澄州摄影学会", "老码头影像征集"),
    ("胡琴声", "澄州曲艺团", "进社区演出"),
    ("花成圃", "澄州花木合作社", "义务植树"),
)


def do(table: str, verb: str, seat: Seat, pk: int, **data: object) -> object:
    return REGISTRY[(table, verb)](seat, pk, **data)


def by_account(city: Body, name: str) -> Actor:
    return Actor.objects.get(committee=city.committee, account__username=name)


def pool(city: Body, office: Seat, member: Actor) -> None:
    """Experts with consent on paper; members in for themselves; one asked; one asked too often."""
    end = today() + timedelta(days=400)
    made = [
        add_listed(
            office, kind=kind, name=name, unit=unit, post_name=post, fields=fields, until=end,
            purpose="协商、调研、评议时按擅长推荐", how="书面同意", phone="0000-000 0000",
        )
        for kind, name, unit, post, fields in TALENTS
    ]  # fmt: skip
    for n, fields in enumerate(OWN_FIELDS):
        person = city.members[7 + 11 * n]
        if person.pk != member.pk:
            add_listed(
                seat_of(person), kind="member", person=person.pk, fields=fields, until=end,
                purpose="协商、调研、评议时按擅长推荐",
            )  # fmt: skip
    add_listed(
        office, kind="member", person=member.pk, until=end, fields="老旧小区改造、社区治理",
        purpose="协商、调研、评议时按擅长推荐",
    )  # fmt: skip
    for title in ("加装电梯管养协商", "物业费调解座谈", "老旧小区改造评议"):
        do("listed", "ask_listed", office, made[3].pk, title=title)
    first = made[3].askings.order_by("pk").first()
    if first:
        do("listed", "record_answer", office, made[3].pk, asking=first.pk, answer="came")
    do("listed", "ask_listed", office, made[8].pk, title="县域产业集群研究",
       brief="回答：哪些环节留得下来，配套资金怎么用", due_on=today() + timedelta(days=40))  # fmt: skip
    do("listed", "declare_kin", office, made[0].pk, kin="市水利局、澄江环保公司")
    for name, unit, doing in FRIENDS:
        add_listed(
            office, kind="friend", name=name, unit=unit, until=end, how="当面同意",
            purpose=f"邀请参加{doing}，并在活动记录里署名",
        )  # fmt: skip


def contacts(city: Body, office: Seat, member: Actor) -> None:
    """The member's own contacts with needs; contact with counties and one open question."""
    day, own = today(), seat_of(member)
    for n in range(9):
        row = add_listed(
            own, kind="contact", name=f"示例青年{'甲乙丙丁戊己庚辛壬'[n]}", phone="0000-000 0000",
            purpose="了解就业、上学、看病等方面的需要，转有关部门办理；不作他用",
            until=day + timedelta(days=300), how="当面同意",
        )  # fmt: skip
        matter = ("jobs", "jobs", "housing", "jobs", "school", "jobs", "jobs")[n % 7]
        do("listed", "touch", own, row.pk, on=day - timedelta(days=25 * n), way="见面", matter=matter,
           note="想了解技能培训和租房补贴", referred="市人社局")  # fmt: skip
    gone = Listed.objects.filter(committee=city.committee, kind="contact").order_by("pk").last()
    if gone:
        do("listed", "withdraw_listed", own, gone.pk)
    leader = seat_of(by_account(city, "fuzhuxi"))
    places = Actor.objects.filter(committee=city.committee, kind=Actor.Kind.COUNTY).order_by("pk")
    for n, place in enumerate(places[:7]):
        Tie.objects.get_or_create(
            committee=city.committee,
            kind=K.CONTACTS,
            who=city.leaders[1 + n % 3],
            whom=place,
            defaults={"start": SINCE},
        )
        touch_county(leader, county=place.pk, on=day - timedelta(days=12 + 31 * n), way="走访",
                     note="看协商议事室，听委员小组活动情况")  # fmt: skip
    if places:
        touch_county(office, county=places[0].pk, on=day - timedelta(days=3), way="电话",
                     note="县里想用市里的专家，怎么请", question=True)  # fmt: skip
