"""Rating a reply, one's own list, and what the writer's pages may cost."""

import json

import pytest
from django.core.cache import cache

from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import calendar_of
from shangliang.submissions.actions.invite import invite
from shangliang.submissions.models import Rating, Submission

from .writing import fresh, save, sheet

EDIT, LIST = 15, 12  # queries: a page, a list
PHONE_BYTES = 150_000


def test_the_reply_is_read_ask_by_ask_and_rated_with_attitude_and_result_apart(writer, city):
    case = city.replied()
    url = f"/proposals/{case.pk}/rate/"
    page = writer.get(url).content.decode()
    assert "第1条已办。" in page
    assert "承办单位看不到谁怎么评" in page
    answer = writer.post(url, {"attitude": "satisfied", "result": "not", "text": "", "redo": ["2"]})
    assert answer.status_code == 422
    assert "请写一句哪里不满意" in answer.content.decode()
    writer.post(url, {"attitude": "satisfied", "result": "not", "text": "没有期限", "redo": ["2"]})
    row = Rating.objects.get()
    assert (row.attitude, row.result, row.redo) == ("satisfied", "not", [2])
    page = writer.get(url).content.decode()
    assert "谁看得到什么" in page
    assert "没有期限" in page


def test_rating_twice_is_refused_and_writes_one_row(writer, city):
    case = city.replied()
    data = {"attitude": "satisfied", "result": "satisfied"}
    writer.post(f"/proposals/{case.pk}/rate/", data)
    answer = writer.post(f"/proposals/{case.pk}/rate/", data)
    assert answer.status_code == 409
    assert Rating.objects.count() == 1


def test_the_service_is_rated_from_the_same_page(writer, city):
    case = city.replied()
    url = f"/proposals/{case.pk}/rate/"
    writer.post(url, {"attitude": "satisfied", "result": "satisfied"})
    writer.post(url, {"do": "service", "service-score": "4", "service-text": "很快"})
    assert case.service_ratings.get().score == 4
    assert "4 分" in writer.get(url).content.decode()


def test_somebody_who_did_not_sign_reads_but_does_not_rate(city, client):
    case = city.replied()
    client.force_login(city.account("member2"))
    page = client.get(f"/proposals/{case.pk}/rate/").content.decode()
    assert "送出评价" not in page
    client.post(f"/proposals/{case.pk}/rate/", {"attitude": "satisfied", "result": "satisfied"})
    assert not Rating.objects.exists()


def test_another_proposers_words_are_not_shown(city, client):
    case = city.draft()
    invite(city.seat("member"), case.pk, people=[city.people["member2"].pk])
    from shangliang.submissions.actions.sign import sign

    sign(city.seat("member2"), case.pk)
    replied = city.replied()
    client.force_login(city.account("member"))
    client.post(
        f"/proposals/{replied.pk}/rate/",
        {"attitude": "basically", "result": "basically", "text": "只有我自己知道的话"},
    )
    for who in ("member2", "staff_housing", "supervisor"):
        client.force_login(city.account(who))
        answer = client.get(f"/proposals/{replied.pk}/rate/")
        assert "只有我自己知道的话" not in answer.content.decode()


def test_the_day_beside_a_proposal_is_that_of_what_it_waits_for(writer, city):
    case = city.submitted()
    invite(city.seat("member"), case.pk, people=[city.people["member2"].pk])
    due = {clock.kind: clock.due_on for clock in Clock.objects.filter(case_id=case.pk)}
    assert due["cosign"] < due["review"]
    page = writer.get("/proposals/mine/").content.decode()
    assert f"等提案委审查，{due['review']:%-m 月 %-d 日}前" in page


def test_my_proposals_show_what_waits_drafts_and_the_next_step(writer, city):
    city.draft(title="关于还没写完的提案")
    city.submitted(title="关于在等审查的提案")
    city.replied()
    page = writer.get("/proposals/mine/").content.decode()
    for words in ("关于还没写完的提案", "等提案委审查", "逐条看答复", "请您逐条看、逐条评"):
        assert words in page


def test_my_list_is_narrowed_by_its_address(writer, city):
    city.submitted(title="关于在等审查的提案")
    assert "在等审查" in writer.get("/proposals/mine/?tab=going").content.decode()
    assert "在等审查" not in writer.get("/proposals/mine/?tab=done").content.decode()


def test_an_empty_list_teaches(city, client):
    client.force_login(city.account("member5"))
    page = client.get("/proposals/mine/").content.decode()
    assert "还没有提交过提案" in page


@pytest.mark.parametrize("who", ["staff_housing", "supervisor", "leader", "admin"])
def test_who_does_not_write_is_told_in_words(city, client, who):
    client.force_login(city.account(who))
    assert client.get("/proposals/mine/").status_code == 403
    assert client.get("/proposals/new/").status_code == 403


def test_a_visitor_is_led_to_sign_in_and_back(client, city):
    case = city.draft()
    answer = client.get(f"/proposals/{case.pk}/edit/")
    assert answer.status_code == 302
    assert f"next=%2Fproposals%2F{case.pk}%2Fedit%2F" in answer["Location"]


@pytest.fixture
def busy(city):
    """Many of everything, so that a query a row would show."""
    cases = [city.submitted(title=f"关于第{n}条背街小巷照明的提案") for n in range(6)]
    city.replied()
    for n in range(6):
        case = city.draft("member2", title=f"关于第{n}个村助餐点的提案", asks=3)
        invite(city.seat("member2"), case.pk, people=[city.people["member"].pk])
    drafts = [city.draft(title=f"关于第{n}个小区加装电梯管养的提案", asks=6) for n in range(3)]
    people = [city.people[w].pk for w in ("member2", "member3", "member4")]
    invite(city.seat("member"), drafts[0].pk, people=people)
    return {"draft": drafts[0], "sent": cases[0]}


def test_pages_keep_their_query_budgets_and_stay_small_on_a_phone(
    writer, city, busy, django_assert_max_num_queries
):
    asked = Submission.objects.filter(author=city.people["member2"]).first()
    replied = Submission.objects.get(state="replied")
    for url, budget in (
        ("/proposals/mine/", LIST),
        ("/proposals/new/", EDIT),
        (f"/proposals/{busy['draft'].pk}/edit/", EDIT),
        (f"/proposals/{busy['draft'].pk}/invite/", LIST),
        (f"/proposals/{busy['sent'].pk}/sent/", EDIT),
        (f"/proposals/{asked.pk}/sign/", EDIT),
        (f"/proposals/{replied.pk}/rate/", EDIT),
    ):
        writer.get(url)
        cache.clear()  # the dearest visit counts; the office calendar is every page's own
        calendar_of(city.committee.pk)
        with django_assert_max_num_queries(budget):
            answer = writer.get(url)
        assert answer.status_code == 200, url
        assert len(answer.content) <= PHONE_BYTES, (url, len(answer.content))


def test_the_writing_page_stays_small_with_many_units_and_asks(writer, city):
    from shangliang.actors.models import Actor

    for n in range(160):
        Actor.objects.create(
            pk=100_000 + n,  # as long as ids are after some years
            committee=city.committee,
            kind="unit",
            name=f"澄州市第{n}号工作局",
            short=f"市{n}局",
        )
    case = city.draft(asks=10)
    answer = writer.get(f"/proposals/{case.pk}/edit/")
    assert len(answer.content) <= PHONE_BYTES


def test_autosave_costs_few_queries(writer, city, django_assert_max_num_queries):
    case = city.draft(asks=5)
    rows = [(r.text, str(r.addressee_id or "")) for r in case.recommendations.all()]
    save(writer, case, sheet(case, asks=rows))
    with django_assert_max_num_queries(34):
        assert save(writer, case, sheet(fresh(case), asks=rows, title="改了")).status_code == 200


def test_the_json_of_autosave_is_json_whatever_happens(writer, city):
    case = city.draft()
    answer = save(writer, case, {})
    assert answer.status_code == 422
    json.loads(answer.content)
