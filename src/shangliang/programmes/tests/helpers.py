"""What the tests of this room begin from."""

import io
from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from shangliang.actors.models import Actor
from shangliang.procedures.office_calendar import today
from shangliang.procedures.perform import REGISTRY
from shangliang.programmes.actions.add_item import add_item
from shangliang.programmes.actions.move_item import move_item
from shangliang.programmes.actions.start_programme import start_programme


def do(verb, seat, row, **data):
    return REGISTRY[("programme", verb)](seat, row.pk, **data)


def start(city, kind, **more):
    given = {"title": "一个专项", "aim": "做成", "basis": "本会文件", "starts_on": date(2020, 1, 1)}
    return start_programme(city.seat("organiser"), kind=kind, **(given | more))


def partner(city, case, name="民革澄州市委会", kind="party"):
    body = Actor.objects.create(committee=city.committee, kind=kind, name=name)
    do("add_partner", city.seat("organiser"), case, who=body.pk, part="出技术")
    return case.partners.get(who=body)


def enter(city, case, sheet, who="organiser", **more):
    given = {"title": "一条", "on": today(), "proof": "票据一张"}
    return add_item(city.seat(who), case.pk, sheet=sheet, **(given | more))


def gift(city, case, who, money="1000", what="资金", people="20"):
    return enter(city, case, "gift", partner=who.pk, data={"what": what, "money": money, "people": people})  # fmt: skip


def book_of(rows):
    sheet = Workbook()
    sheet.active.append(["名称", "日期", "类别", "地点", "惠及人次"])
    for row in rows:
        sheet.active.append(row)
    out = io.BytesIO()
    sheet.save(out)
    return SimpleUploadedFile("项目.xlsx", out.getvalue())


def counting(city):
    """A programme that counts talks for one county, with a speaker who may be asked."""
    office = city.seat("organiser")
    case = start(city, "counter", ends_on=today() + timedelta(days=70))
    side = partner(city, case, "甲县", "county")
    do(
        "set_counter", office, case, action="讲堂进基层", title="青年讲堂", unit="场", target=1000,
        shares="甲县 120",
    )  # fmt: skip
    row = add_item(
        office, case.pk, sheet="speaker", title="养路工小周", on=today(), partner=side.pk,
        data={"story": "在山路上的十年", "agree": "同意", "until": (today() + timedelta(days=300)).isoformat()},
    )  # fmt: skip
    move_item(office, row.pk, step="listed", note="本人口头同意")
    return case, row


def talk_row(city, case, n=0, who="organiser", **data):
    """One talk entered; another ``n`` is another place."""
    given = {"place": f"{n} 号村文化站", "speaker": "养路工小周", "audience": "46"} | data
    return enter(
        city, case, "done", who, title=f"第 {n} 场", partner=case.partners.get().pk,
        counter=case.counters.get().pk, data=given,
    )  # fmt: skip
