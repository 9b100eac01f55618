"""Fields of life: a text is routed by its words with the reason, and what came is counted by field."""

import pytest
from django.urls import reverse

from shangliang.actors.models import Actor
from shangliang.engines.search.matters import NONE, field_of, matters
from shangliang.search.fields import answers, counterparts, statistics
from shangliang.search.index import rebuild
from shangliang.search.models import Row
from shangliang.voices.tests import life

pytestmark = pytest.mark.django_db
FOOD = (
    "校门口卖三无食品",
    "学校门口小摊卖没有日期的食品，价格便宜，食品质量没人管，孩子吃了肚子疼。",
)


@pytest.fixture
def market(city):
    unit, _ = Actor.objects.update_or_create(
        committee=city.committee,
        kind=Actor.Kind.UNIT,
        name="澄州市市场监督管理局",
        defaults={
            "short": "市市场监管局",
            "duties": "负责食品安全监督管理；负责计量和价格监督检查。",
        },
    )
    return unit


@pytest.mark.parametrize(
    ("title", "body", "field"),
    [
        ("关于老旧小区加装电梯的提案", "小区里的电梯停用，物业不修。", "housing"),
        ("公交末班车太早", "夜里没有公交。", "traffic"),
        ("谢谢", "您好。", NONE),
        ("", "", NONE),
        # Spread over many fields: none stands out.
        ("几件事", "电梯、公交、垃圾、污染、学校、医院、医保各有不便。", NONE),
    ],
)
def test_a_text_belongs_to_the_field_its_words_stand_for_or_to_none(title, body, field):
    assert field_of(title, body) == field


def test_a_note_on_food_safety_goes_to_the_unit_whose_duty_it_is_with_the_sentence(city, market):
    first = counterparts(city.committee.pk, *FOOD)[0]
    assert first.unit == market
    assert first.matter.name == "市场监管"
    assert first.why == "职责：“负责食品安全监督管理”"


def test_words_of_no_field_name_no_unit(city, market):
    assert counterparts(city.committee.pk, "谢谢", "您好。") == []


def test_what_was_handed_in_is_counted_by_field_and_a_draft_is_not(city):
    city.submitted(title="关于健全加装电梯后续管养机制的提案")
    city.submitted(title="关于延长公交末班时间的提案")
    city.draft(title="关于物业和电梯的提案")
    rebuild(city.committee.pk)
    year = Row.objects.filter(kind="proposal").latest("day").day.year
    lines = {line.key: line for line in statistics(city.seat("clerk"), year)}
    assert sum(line.total for line in lines.values()) == 2
    assert lines["housing"].total >= 1
    assert city.units["housing"] in lines["housing"].units
    before = {line.key: line for line in statistics(city.seat("clerk"), year + 1)}
    assert before["housing"].before == lines["housing"].total


def test_nobody_counts_another_committees(city):
    city.submitted()
    rebuild(city.committee.pk)
    year = Row.objects.latest("day").day.year
    far = city.seat("clerk").__class__(
        **{**city.seat("clerk").__dict__, "committee_id": city.committee.pk + 10_000}
    )
    assert sum(line.total for line in statistics(far, year)) == 0


def test_the_table_opens_what_a_number_is_made_of_within_few_questions(
    city, client, django_assert_max_num_queries
):
    case = city.submitted()
    rebuild(city.committee.pk)
    client.force_login(city.account("clerk"))
    with django_assert_max_num_queries(15):
        page = client.get(reverse("fields")).content.decode()
    assert "住房城建" in page
    with django_assert_max_num_queries(15):
        page = client.get(reverse("field", args=["housing"])).content.decode()
    assert case.title in page
    assert "电梯" in page
    assert client.get(reverse("field", args=["nothing"])).status_code == 404
    assert client.get(reverse("fields") + "?year=x").status_code == 200


def test_beside_a_report_stands_the_counterpart_with_its_reason(city, market, client):
    voice = life.received(city, title=FOOD[0], text=FOOD[1])
    client.force_login(city.account("editor"))
    page = client.get(reverse("related-voice", args=[voice.pk])).content.decode()
    assert "市市场监管局" in page
    assert "负责食品安全监督管理" in page


def test_a_government_office_does_not_answer_for_civil_affairs_by_its_name_alone(city):
    office = Actor(name="澄州市人民政府办公室", short="市政府办")
    bureau = Actor(name="澄州市民政局", short="市民政局")
    civil = next(m for m in matters() if m.key == "civil")
    assert not answers(office, civil)
    assert answers(bureau, civil)
