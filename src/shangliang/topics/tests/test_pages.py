"""Every page of the room, by the people who open it, within its budget and behind its wall."""

import pytest
from django.db import connection
from django.urls import reverse

from shangliang.actors.models import Actor
from shangliang.demo.small import build_small_city
from shangliang.journal.models import Event
from shangliang.procedures.office_calendar import today
from shangliang.topics.actions.ask_expert import ask_expert
from shangliang.topics.actions.name_judges import name_judges
from shangliang.topics.forms.fields import bodies
from shangliang.topics.models import Topic
from shangliang.topics.papers import result_paper
from shangliang.topics.plan_lines import LEADS
from tests.wall import watch

from . import stages
from .doors import behind

pytestmark = pytest.mark.django_db
WHO = "organiser"
LISTS = (
    "topics", "plans", "consultations", "results", "rooms", "joint", "questions", "accords",
    "analyses", "paths", "decisions",
)  # fmt: skip


@pytest.mark.parametrize("name", [*LISTS, "topic-judging", "topic-coverage", "consultation-pairs"])
def test_a_list_opens_empty_and_full_within_twelve_queries(
    client, city, name, django_assert_max_num_queries
):
    client.force_login(city.account(WHO))
    assert client.get(reverse(name)).status_code == 200
    behind(city)
    client.get(reverse(name))
    with django_assert_max_num_queries(12), connection.execute_wrapper(watch):
        assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "topic",
        "plan",
        "consultation",
        "minutes",
        "result",
        "room",
        "room-session",
        "joint-space",
        "consultation-ideas",
        "result-drafts",
        "accord",
        "analysis",
        "path",
    ],  # fmt: skip
)
def test_a_page_opens_within_its_budget(client, city, name, django_assert_max_num_queries):
    args = behind(city)[name]
    client.force_login(city.account(WHO))
    client.get(reverse(name, kwargs=args))
    with django_assert_max_num_queries(15):
        assert client.get(reverse(name, kwargs=args)).status_code == 200


@pytest.mark.parametrize("state", ["planned", "held", "recorded", "answered"])
def test_a_consultation_stays_within_its_budget_at_every_step(
    client, city, state, django_assert_max_num_queries
):
    case = getattr(stages, state)(city)
    client.force_login(city.account(WHO))
    client.get(case.get_absolute_url())
    with django_assert_max_num_queries(15):
        assert client.get(case.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("ext", ["docx", "pdf"])
@pytest.mark.parametrize("name", ["plan-paper", "minutes-paper", "result-paper", "joint-paper"])
def test_papers_are_made(client, city, name, ext):
    args = behind(city)[name] | {"ext": ext}
    client.force_login(city.account(WHO))
    answer = client.get(reverse(name, kwargs=args))
    assert answer.status_code == 200
    assert len(answer.content) > 3000


@pytest.mark.parametrize("name", ["topic", "plan", "consultation", "result", "room", "joint-space"])
def test_another_committees_rows_are_not_there(client, city, name):
    other = build_small_city("邻州市", prefix="b-")
    args = behind(other)[name]
    client.force_login(city.account(WHO))
    assert client.get(reverse(name, kwargs=args)).status_code == 404


def test_an_author_is_shown_hints_before_sending_and_nothing_is_kept(client, city):
    before = Event.objects.count()
    said = client.post("/hints/", {"text": "太不像话，物业从来不管。"}).content.decode()
    assert "太不像话" in said
    assert "从来不" in said
    assert "只有您看得到" in said
    calm = client.post("/hints/", {"text": "我们走访了六个小区，四个没有充电棚。"})
    assert calm.content.decode().strip() == ""
    assert Event.objects.count() == before
    for address in ("/nominate/", "/topics/new/"):
        client.force_login(city.account("member"))
        assert 'hx-params="text"' in client.get(address).content.decode()


def test_somebody_without_account_nominates_follows_and_finds_similar(client, city):
    topic = stages.judged(city)
    near = client.get("/nominate/similar/", {"title": "城区停车共享怎么做"})
    assert topic.title in near.content.decode()
    data = {"title": "学校门口早晚堵车", "source": "people", "at": city.committee.pk}
    answer = client.post("/nominate/", data)
    row = Topic.objects.get(title="学校门口早晚堵车")
    assert answer.url.startswith(f"/r/{row.public_code}/")
    page = client.get(answer.url).content.decode()
    assert row.public_code in page
    assert client.get("/r/YT-AAAA-AAAA/").status_code == 404


def test_a_title_nobody_wrote_follows_the_kind_of_result_that_is_chosen(client, city):
    case = stages.recorded(city)
    client.force_login(city.account("organiser"))
    at = reverse("result-new", args=[case.pk])
    shown = client.get(at).content.decode()
    title = f"关于{case.title}的协商专报"
    assert title in shown
    client.post(at, {"kind": "proposal", "title": title})
    client.post(at, {"kind": "opinion", "title": "停车怎么共享，听了十二位车主"})
    titles = set(case.results.values_list("title", flat=True))
    assert titles == {f"关于{case.title}的建议案", "停车怎么共享，听了十二位车主"}
    assert client.post(at, {"kind": "nothing"}).status_code == 422


def test_names_alone_are_added_from_the_phone_without_choosing_a_unit(client, city):
    case = stages.planned(city, "council")
    client.force_login(city.account("convenor"))
    own = reverse("room-session", args=[case.pk])
    data = {"side": "asks", "names": "孙一，三号楼居民", "units": ""}
    assert client.post(f"/do/consultation/add_parties/{case.pk}/?next={own}", data).url == own
    assert case.parties.filter(name="孙一").exists()


def test_a_judge_who_judges_two_years_is_counted_once(client, city):
    stages.judged(city)
    year = today().year
    people = [city.people[k].pk for k in stages.JUDGES]
    name_judges(city.seat("organiser"), year=year + 1, people=people)
    client.force_login(city.account(WHO))
    assert "3 位评议人" in client.get("/topics/judging/").content.decode()


def test_handing_over_begins_with_the_unit_the_meeting_named(client, city):
    case = stages.recorded(city)
    point = case.points.filter(kind="agreed").first()
    point.owner = city.units["housing"]
    point.save()
    client.force_login(city.account(WHO))
    page = client.get(f"/do/consultation/hand_over/{case.pk}/?point={point.pk}").content.decode()
    assert f'value="{city.units["housing"].pk}" selected' in page


def test_addressees_stand_above_the_text_and_the_kind_is_said_once(city):
    result = stages.issued(city)
    paper = result_paper(result)
    assert paper.sections[0].paragraphs[0].text.endswith("：")
    assert not paper.copies
    assert result.number.startswith("协商专报")
    assert paper.subtitle.count("协商专报") == 1


def test_two_bodies_of_one_name_are_told_apart_and_special_committees_come_first(city):
    own = {"committee": city.committee, "name": "民主建设会"}
    for kind in (Actor.Kind.PARTY, Actor.Kind.SECTOR):
        Actor.objects.create(**own, kind=kind)
    lead = stages.lead(city)
    labels = dict(bodies(city.committee.pk, *LEADS))
    assert next(iter(labels)) == str(lead.pk)
    assert sum(label.startswith("民主建设会（") for label in labels.values()) == 2


def test_what_was_typed_stays_when_secret_matter_is_refused(client, city):
    data = {"title": "关于某文件（秘密★）的建议", "source": "people", "text": "甲乙丙丁"}
    answer = client.post("/nominate/", data)
    body = answer.content.decode()
    assert answer.status_code == 422
    assert "涉密" in body
    assert "甲乙丙丁" in body
    assert not Topic.objects.exists()


def test_a_machine_that_sends_too_often_is_told_to_wait(client, city):
    for n in range(12):
        answer = client.post("/nominate/", {"title": f"一件要商量的事{n}", "source": "people"})
    assert answer.status_code == 422
    assert Topic.objects.count() == 10


def test_an_expert_comments_by_one_link_once(client, city):
    result = stages.drafted(city)
    review = ask_expert(
        city.seat(WHO), result.pk, expert="林教授", until=stages.today(), field="交通"
    )
    url = f"/expert/{review.public_code}/"
    assert "一、情况" in client.get(url).content.decode()
    empty = client.post(url, {"place": ["", ""], "text": ["", ""]})
    assert empty.status_code == 422
    done = client.post(url, {"place": ["第一部分", ""], "text": ["缺少数据", ""]})
    assert done.status_code == 302
    assert "缺少数据" in client.get(url).content.decode()
    assert client.post(url, {"place": [""], "text": ["再来"]}).status_code == 422


def test_the_contact_of_a_nominator_is_for_the_office_alone(client, city):
    topic = stages.judged(city)
    Topic.objects.filter(pk=topic.pk).update(nominator="钱师傅", contact="0571-000")
    for who, sees in (("organiser", True), ("member2", False), ("leader", False)):
        client.force_login(city.account(who))
        assert ("0571-000" in client.get(f"/topics/{topic.pk}/").content.decode()) is sees
    client.logout()
    assert "0571-000" not in client.get(f"/r/{topic.public_code}/").content.decode()


@pytest.mark.parametrize(
    "verb", ["add_parties", "change_consultation", "send_notice", "plan_speech"]
)
def test_the_forms_of_verbs_open(client, city, verb):
    case = stages.planned(city)
    client.force_login(city.account(WHO))
    assert client.get(f"/do/consultation/{verb}/{case.pk}/").status_code == 200


def test_a_name_of_the_register_is_linked_and_another_is_kept_as_written(client, city):
    case = stages.planned(city)
    client.force_login(city.account(WHO))
    known = city.people["member2"].name
    data = {"side": "asks", "names": f"{known}\n赵工，设计院"}
    assert client.post(f"/do/consultation/add_parties/{case.pk}/", data).status_code == 302
    assert case.parties.get(name=known).actor_id == city.people["member2"].pk
    assert case.parties.get(name="赵工").title == "设计院"
