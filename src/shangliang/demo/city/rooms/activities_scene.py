"""Who acts in 活动 on the first start, what is said, and how what is over is put into the past."""

import io
import random
from datetime import date, datetime, time, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image, ImageDraw

from ....accounts.seats import seat_of
from ....activities.actions.close_activity import close_activity
from ....activities.actions.plan import plan_activity
from ....activities.actions.tick import tick
from ....activities.models import Activity, Attendance
from ....actors.models import Actor
from ....procedures.office_calendar import today
from ....procedures.seat import Seat
from ..bodies import Body

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MEETINGS = (
    ("meeting", "经济形势分析座谈会", "第一会议室"),
    ("inspection", "视察城东污水处理厂二期", "城东"),
    ("study", "新任委员履职培训班", "市委党校"),
    ("forum", "科技界委员沙龙：算力给谁用", "高新片区"),
    ("standing", "常委会会议：审议调研报告", "常委会议厅"),
    ("visit", "走访困难企业", "临港片区"),
    ("research", "老旧小区管养调研", "老城片区"),
    ("volunteer", "社区义诊", "北岸新区"),
    ("standing", "常委会会议：专题议政", "常委会议厅"),
    ("culture", "文史资料征集座谈", "文史馆"),
)  # fmt: skip
SEEN = (
    ("good", "新站房用变频泵，夜里噪声小了一半", "泵房"),
    ("suggestion", "参观通道没有扶手，建议补装", "二楼通道"),
    ("suggestion", "通道台阶高低不一，老人走不稳，建议装扶手", "二楼通道"),
    ("suggestion", "进水在线监测数据没有上墙，建议公开", "中控室"),
    ("problem", "污泥车冲洗后带泥出厂", "南门"),
)
FAULTS = (
    ("渣土车驶出工地没有冲洗，路面带泥", "北环路工地南门", "扬尘污染防治办法关于出场冲洗的条款"),
    ("裸土没有覆盖，约半个足球场大", "临港三号地块", "扬尘污染防治办法关于裸土覆盖的条款"),
    ("加油站油气回收装置停用", "老城加油站", "挥发性有机物治理方案关于油气回收的条款"),
)
NOTES = (
    ("走访", "西区纺织企业", "三家都说缺熟练挡车工，去年走了二十几个，多半去了邻市，说那边包住。"),
    (
        "座谈",
        "园区服务中心",
        "中心说上半年登记缺工四百多人，其中技工占六成；技校毕业生留在本市的不到三成。",
    ),
    ("问卷", "园区职工宿舍", "收回八十六份，排前两位的是孩子上学和公交末班早。"),
    ("查资料", "市人社局", "公布的市场工资价位两年没有更新，企业拿它作参考的越来越少。"),
)


def picture(colour: str, words: str) -> SimpleUploadedFile:
    """A drawn stand-in for a photo, and says so."""
    image = Image.new("RGB", (640, 420), colour)
    draw = ImageDraw.Draw(image)
    draw.rectangle((40, 260, 600, 380), fill="#6b5b45")
    draw.rectangle((200, 150, 440, 270), fill="#d9c9a8")
    draw.text((20, 20), words, fill="white")
    out = io.BytesIO()
    image.save(out, "JPEG", quality=70)
    return SimpleUploadedFile("photo.jpg", out.getvalue(), content_type="image/jpeg")


class Scene:
    """Who acts, and how what is over is put into the past."""

    def __init__(self, city: Body) -> None:
        rows = Actor.objects.filter(
            committee=city.committee,
            account__username__in=("weiyuan", "zhuanwei", "fuzhuxi", "zhujian"),
        ).select_related("account", "committee")
        by_name = {row.account.username: row for row in rows if row.account}
        self.city, self.rng = city, random.Random(66)
        self.person = by_name["weiyuan"]
        self.member = seat_of(self.person)
        self.office = seat_of(by_name["zhuanwei"])
        self.leader = seat_of(by_name["fuzhuxi"])
        self.unit = seat_of(by_name["zhujian"])
        self.day = today()
        self.some = [p for p in city.members if p.pk != self.person.pk]

    def seat(self, person: Actor) -> Seat:
        return seat_of(person)

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        return timezone.make_aware(datetime.combine(day, time(hour, minute)))

    def back(self, row: Activity, start: datetime, told: int = 12) -> None:
        """As if all of it had begun at ``start``, everybody told ``told`` days before."""
        shift = row.starts_at - start
        row.starts_at, row.ends_at = row.starts_at - shift, row.ends_at - shift
        row.first_starts_at = row.starts_at
        row.invited_at = start - told * DAY
        row.save()
        for part in row.sittings.all():
            part.starts_at, part.ends_at = part.starts_at - shift, part.ends_at - shift
            part.save()
        early = start - told * DAY
        Attendance.objects.filter(activity=row).update(told_at=early, invited_at=early)

    def close(self, row: Activity, when: datetime) -> None:
        close_activity(self.office, row.pk)
        Activity.objects.filter(pk=row.pk).update(closed_at=when)

    def held(
        self, kind: str, title: str, place: str, day: date, people: list[Actor], share: float
    ) -> Activity:
        """Planned, told, attended by a share, closed: all of it on that day."""
        soon = timezone.now() + 40 * DAY
        row: Activity = plan_activity(
            self.office, kind=kind, title=title, place=place,
            starts_at=soon, ends_at=soon + 3 * HOUR, invitees=[p.pk for p in people],
        )  # fmt: skip
        self.back(row, self.at(day, 9))
        came = [p.pk for p in people if p.pk == self.person.pk or self.rng.random() < share]
        early = [pk for n, pk in enumerate(came) if n % 7]
        tick(self.office, row.pk, people=early, at=row.starts_at - timedelta(minutes=6))
        late = [pk for n, pk in enumerate(came) if not n % 7]
        tick(self.office, row.pk, people=late, at=row.starts_at + timedelta(minutes=18))
        self.close(row, row.ends_at)
        return row
