"""Consensus by edition, the grid of strengths and problems, ideas on their way to a project."""

import pytest

from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.tasks.models import Task
from shangliang.topics.actions.add_factor import add_factor
from shangliang.topics.actions.amend_accord import amend_accord
from shangliang.topics.actions.choose_crossing import choose_crossing
from shangliang.topics.actions.drop_path import drop_path
from shangliang.topics.actions.make_project import make_project
from shangliang.topics.actions.open_accord import open_accord
from shangliang.topics.actions.skip_facts import skip_facts
from shangliang.topics.actions.start_analysis import start_analysis
from shangliang.topics.actions.start_path import start_path
from shangliang.topics.actions.write_facts import write_facts
from shangliang.topics.actions.write_later_facts import write_later_facts
from shangliang.topics.actions.write_theory import write_theory
from shangliang.topics.actions.write_thought import write_thought
from shangliang.topics.actions.write_values import write_values
from shangliang.topics.actions.write_view import write_view
from shangliang.topics.models import Accord, Analysis, Measure, Path
from shangliang.topics.wording import changed

pytestmark = pytest.mark.django_db
WHO = "organiser"
FIRST = {"text": "夜间开放三处停车场。收费再议。", "parties": "机关、居民", "degree": "all"}


def opened(city) -> Accord:
    return open_accord(city.seat(WHO), title="机关停车场夜间开放", field="special", **FIRST)


def test_consensus_grows_by_editions_and_what_differs_remains_in_sight(city, client):
    row = opened(city)
    for text, rest in (
        ("夜间开放三处停车场。每晚两元。", "两位居民主张免费"),
        ("夜间开放五处停车场。每晚两元。", "一位居民主张免费"),
    ):
        amend_accord(
            city.seat(WHO),
            accord=row.pk,
            text=text,
            parties="机关、居民",
            degree="most",
            remaining=rest,
        )
    assert list(row.editions.values_list("number", flat=True)) == [1, 2, 3]
    client.force_login(city.account("member"))
    page = client.get(f"/accords/{row.pk}/").content.decode()
    assert "一位居民主张免费" in page
    assert "<del>" in page
    assert "第 3 版（现在）" in page


@pytest.mark.parametrize("change, why", [
    ({"degree": "most"}, "还有什么不同"), ({"text": "短"}, "同意了什么"), ({"parties": " "}, "哪些方面"),
    ({"degree": "none"}, "什么程度"),
])  # fmt: skip
def test_consensus_with_reserve_says_what_differs(city, change, why):
    with pytest.raises(Refused, match=why):
        open_accord(city.seat(WHO), title="机关停车场开放", field="special", **(FIRST | change))
    assert not Accord.objects.exists()


def test_the_same_words_again_are_no_new_edition(city):
    row = opened(city)
    with pytest.raises(Refused, match="没有改动"):
        amend_accord(city.seat(WHO), accord=row.pk, **FIRST)


def test_four_strengths_and_five_problems_make_a_grid_of_measures_with_owners(city, client):
    seat = city.seat(WHO)
    sheet = start_analysis(seat, title="城区停车难在哪里")
    for kind, count in (("strength", 4), ("problem", 5), ("chance", 1)):
        for n in range(count):
            add_factor(seat, analysis=sheet.pk, kind=kind, text=f"{kind}{n}", evidence="现场数过")
    client.force_login(city.account(WHO))
    page = client.get(f"/analyses/{sheet.pk}/")
    assert page.content.decode().count("定措施…") == 25
    helps = sheet.factors.filter(kind="strength").first()
    problem = sheet.factors.filter(kind="problem").first()
    data = {"text": "机关车位夜间开放", "owner": city.units["housing"].pk, "due_on": "2027-06-30"}
    client.post(f"/analyses/{sheet.pk}/{helps.pk}/{problem.pk}/", data)
    measure = Measure.objects.get()
    assert measure.task == Task.objects.get(source_type="analysis", source_id=sheet.pk)
    with pytest.raises(Refused, match="已经定了"):
        choose_crossing(
            seat, analysis=sheet.pk, helps=helps.pk, problem=problem.pk, text="再来一条",
            owner=city.units["housing"].pk,
        )  # fmt: skip


def test_a_line_without_evidence_is_not_taken_and_stays_typed(city, client):
    sheet = start_analysis(city.seat(WHO), title="城区停车难在哪里")
    client.force_login(city.account("member"))
    page = client.post(
        f"/analyses/{sheet.pk}/", {"kind": "problem", "text": "车位太少了", "evidence": "无"}
    )
    assert page.status_code == 422
    assert "车位太少了" in page.content.decode()
    assert not Analysis.objects.get().factors.exists()


def walked(city, by: str = "member", facts: bool = True) -> Path:
    seat = city.seat(by)
    row = start_path(seat, title="让空着的车位用起来")
    said = "邻市的机关车位晚上开放，居民按月停。"
    write_view(seat, row.pk, text=said)
    write_thought(seat, row.pk, text=said)
    write_values(seat, row.pk, text=said)
    if facts:
        write_facts(seat, row.pk, text=said, place="城东三处机关院", seen_on=today())
    else:
        skip_facts(seat, row.pk, text="这个月排不开，先查文件。")
    write_theory(seat, row.pk, text=said)
    return Path.objects.get(pk=row.pk)


def test_an_idea_without_a_field_note_is_stopped_before_project(city):
    row, office = walked(city, facts=False), city.seat(WHO)
    unit = city.units["housing"].pk
    with pytest.raises(Refused, match="实地"):
        make_project(office, row.pk, owner=unit)
    write_later_facts(
        city.seat("member"),
        row.pk,
        text="晚上九点数了空位一百一十个。",
        place="机关院",
        seen_on=today(),
    )
    make_project(office, row.pk, owner=unit)
    row.refresh_from_db()
    assert row.state == "project"
    assert row.task.source_type == "path"


def test_the_page_of_an_idea_shows_its_stations(city, client):
    row = walked(city)
    client.force_login(city.account("member"))
    page = client.get(row.get_absolute_url()).content.decode()
    assert "城东三处机关院" in page
    with pytest.raises(Refused, match="提出这个想法的人"):
        drop_path(city.seat("member2"), row.pk, text="我觉得不行，算了吧。")


def test_what_changed_is_told_by_sentence():
    assert changed("甲。乙。", "甲。丙。") == [("same", "甲。"), ("cut", "乙。"), ("add", "丙。")]
    assert changed("", "") == []
