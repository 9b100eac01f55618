"""A round from the question to what became of it."""

import json
import zipfile
from datetime import timedelta
from hashlib import sha256
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from shangliang.consensus.actions import answer as acts
from shangliang.consensus.actions.add_statement import add_statement
from shangliang.consensus.actions.close_round import close_round
from shangliang.consensus.actions.edit_round import edit_round
from shangliang.consensus.actions.enter_paper import enter_paper
from shangliang.consensus.actions.follow_up import follow_up
from shangliang.consensus.actions.hand_over import hand_over
from shangliang.consensus.actions.next_round import next_round
from shangliang.consensus.actions.open_round import open_round
from shangliang.consensus.actions.publish_round import publish_round
from shangliang.consensus.actions.recommend import recommend
from shangliang.consensus.actions.refuse_statement import refuse_statement
from shangliang.consensus.actions.reopen_round import reopen_round
from shangliang.consensus.actions.show_statement import show_statement
from shangliang.consensus.actions.start_round import start_round
from shangliang.consensus.ledger import digest_of
from shangliang.consensus.models import Participant, Round, Vote
from shangliang.journal.models import Event
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.tasks.models import Task

TEXTS = "树下做儿童乐园。\n树下划成停车位。\n树下留着乘凉。"


@pytest.fixture
def talk(city) -> Round:
    seat = city.seat("convenor")
    made = start_round(seat, title="树下的空地，做什么用？")
    add_statement(seat, made.pk, text=TEXTS)
    open_round(seat, made.pk)
    return Round.objects.get(pk=made.pk)


def someone(talk: Round) -> Participant:
    who = acts.known(talk, acts.join(talk))
    assert who
    return who


def fill(talk: Round, people: int = 24) -> None:
    ids = list(talk.statements.order_by("number").values_list("pk", flat=True))
    for n in range(people):
        who = someone(talk)
        for pk, value in zip(ids, (1, 1 if n % 2 else -1, 1), strict=True):
            acts.answer(talk, who, pk, value)


def test_an_empty_round_cannot_open(city):
    made = start_round(city.seat("convenor"), title="树下的空地，做什么用？")
    with pytest.raises(Refused, match="至少先写两条"):
        open_round(city.seat("convenor"), made.pk)


@pytest.mark.parametrize("who, may", [
    ("organiser", True), ("convenor", True), ("member", False), ("clerk", False), ("leader", False),
    ("editor", False), ("staff_housing", False),
])  # fmt: skip
def test_only_hosts_close_a_round(city, talk, who, may):
    if may:
        close_round(city.seat(who), talk.pk)
    else:
        with pytest.raises(Refused):
            close_round(city.seat(who), talk.pk)


def test_a_guest_answers_on_the_phone_one_statement_at_a_time(talk):
    client = Client()
    assert "开始表态" in client.get(f"/talk/{talk.code}/").content.decode()
    page = client.post(f"/talk/{talk.code}/join/", follow=True)
    for left in (3, 2, 1):
        assert f"还有 {left} 条" in page.content.decode()
        statement = page.context["statement"].pk
        page = client.post(
            f"/talk/{talk.code}/vote/", {"statement": statement, "value": "agree"}, follow=True
        )
    assert "都表过态了" in page.content.decode()
    assert Vote.objects.count() == 3
    assert Vote.objects.values("participant").distinct().count() == 1


def test_the_page_for_phones_is_thin(talk):
    client = Client()
    page = client.post(f"/talk/{talk.code}/join/", follow=True)
    assert len(page.content) < 20_000


def test_the_same_answer_twice_is_one_and_a_change_is_added(talk):
    who, statement = someone(talk), talk.statements.first()
    for value in (1, 1, -1):
        acts.answer(talk, who, statement.pk, value)
    assert list(who.votes.values_list("value", flat=True)) == [1, -1]


def test_the_database_refuses_to_change_or_delete_a_vote(talk):
    who, statement = someone(talk), talk.statements.first()
    acts.answer(talk, who, statement.pk, 1)
    for act in (lambda: Vote.objects.update(value=-1), lambda: Vote.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


def test_a_machine_that_answers_too_fast_is_stopped_with_words(talk):
    who, statement = someone(talk), talk.statements.first()
    for n in range(acts.A_MINUTE):
        acts.answer(talk, who, statement.pk, 1 if n % 2 else -1)
    with pytest.raises(Refused, match="太快"):
        acts.answer(talk, who, statement.pk, 0)


def test_after_closing_nothing_is_taken_and_the_page_says_so(city, talk):
    client = Client()
    page = client.post(f"/talk/{talk.code}/join/", follow=True)
    statement = page.context["statement"].pk
    close_round(city.seat("convenor"), talk.pk)
    page = client.post(f"/talk/{talk.code}/vote/", {"statement": statement, "value": "agree"})
    assert page.status_code == 409
    assert "没有记上" in page.content.decode()
    assert not Vote.objects.exists()


def test_a_member_has_one_voice_from_two_devices_and_the_key_dies_at_closing(city):
    seat = city.seat("organiser")
    made = start_round(seat, title="界别活动放在哪里办？", entry="members")
    add_statement(seat, made.pk, text=TEXTS)
    open_round(seat, made.pk)
    made = Round.objects.get(pk=made.pk)
    with pytest.raises(Refused, match="一人一份"):
        acts.join(made)
    member = city.people["member"].pk
    first, second = acts.join(made, member), acts.join(made, member)
    assert made.people.count() == 1
    assert acts.known(made, first) is None
    assert acts.known(made, second)
    digest = made.people.get().person_digest
    assert len(digest) >= 32
    assert (
        digest != sha256(b"%d" % member).hexdigest()
    )  # without the key nobody can try all members
    close_round(seat, made.pk)
    made.refresh_from_db()
    assert made.key is None
    assert made.people.get().person_digest == ""
    with pytest.raises(Refused, match="请开下一轮"):
        reopen_round(seat, made.pk, closes_on=today() + timedelta(days=2), reason="时间太短")


def test_an_organiser_may_reopen_before_publication_only(city, talk):
    seat = city.seat("convenor")
    fill(talk, 6)
    close_round(seat, talk.pk)
    reopen_round(seat, talk.pk, closes_on=today() + timedelta(days=2), reason="有人没赶上")
    close_round(seat, talk.pk)
    publish_round(seat, talk.pk)
    with pytest.raises(Refused):
        reopen_round(seat, talk.pk, closes_on=today() + timedelta(days=2), reason="再来")


@pytest.mark.parametrize("text, why", [
    ("短", "太短"), ("长" * 141, "最多 140"), ("打 13912345678 找他", "请去掉电话"),
    ("看 https://example.com 这里", "请去掉电话"), ("树下 做儿童乐园！", "和第 1 条一样"),
    ("这是机密的事情", "保密渠道"),
])  # fmt: skip
def test_a_statement_is_refused_with_what_to_mend_and_stays_typed(talk, text, why):
    client = Client()
    client.post(f"/talk/{talk.code}/join/")
    page = client.post(f"/talk/{talk.code}/say/", {"text": text})
    assert page.status_code == 422
    assert why in page.content.decode()
    assert text in page.content.decode()
    assert talk.statements.count() == 3


def test_whoever_screens_is_told_that_a_person_may_be_named(city, client, talk):
    who = someone(talk)
    name = city.people["member"].name
    acts.say(talk, who, f"这件事找{name}就行")
    acts.say(talk, who, "请王大力主任来管一管")
    acts.say(talk, who, "电梯坏了三天内要修好")
    client.force_login(city.account("convenor"))
    page = client.get(f"/rounds/{talk.pk}/")
    hints = [named for _, _, named in page.context["waiting"]]
    assert hints[0] == name
    assert "王大力主任" in hints[1]
    assert hints[2] == ""
    assert page.content.decode().count("可能点了具体的人") == 2


def test_script_in_a_statement_is_only_text(city, talk):
    row = acts.say(talk, someone(talk), "<script>alert(1)</script>空地归大家")
    show_statement(city.seat("convenor"), row.pk)
    client = Client()
    client.force_login(city.account("convenor"))
    page = client.get(f"/rounds/{talk.pk}/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_refused_statement_counts_for_nothing_and_its_reason_is_public(city, talk):
    seat = city.seat("convenor")
    fill(talk, 12)
    bad = acts.say(talk, someone(talk), "老张家的车天天占着树荫")
    show_statement(seat, bad.pk)
    for who in talk.people.all()[:12]:
        acts.answer(talk, who, bad.pk, 1)
    refuse_statement(seat, bad.pk, reason="person")
    page = Client().get(f"/talk/{talk.code}/policy/").content.decode()
    assert "第 4 条" in page
    assert "点了具体的人" in page
    assert "老张" not in page
    close_round(seat, talk.pk)
    publish_round(seat, talk.pk)
    assert 4 not in [r["statement"] for r in talk.outcome.answer["rows"] if r["kind"] != "open"]


def test_nothing_is_published_while_a_statement_waits(city, talk):
    acts.say(talk, someone(talk), "空地先不动，一年后再说")
    close_round(city.seat("convenor"), talk.pk)
    with pytest.raises(Refused, match="还有 1 条"):
        publish_round(city.seat("convenor"), talk.pk)


def test_nobody_sees_results_before_own_answers(talk):
    fill(talk)
    client = Client()
    client.post(f"/talk/{talk.code}/join/")
    assert "再表态 3 条" in client.get(f"/talk/{talk.code}/mine/").content.decode()
    assert client.get(f"/talk/{talk.code}/result/").status_code == 302
    assert client.get(f"/talk/{talk.code}/votes.zip").status_code == 404


def test_the_result_the_download_and_the_chain_hold_the_same_votes(city, talk):
    fill(talk)
    seat = city.seat("convenor")
    enter_paper(seat, talk.pk, answers={1: 1, 3: 0})
    close_round(seat, talk.pk)
    publish_round(seat, talk.pk)
    talk.refresh_from_db()
    page = Client().get(f"/talk/{talk.code}/result/").content.decode()
    assert "树下做儿童乐园" in page
    packed = zipfile.ZipFile(BytesIO(Client().get(f"/talk/{talk.code}/votes.zip").content))
    assert packed.testzip() is None
    votes = packed.read("votes.csv").decode()
    method = json.loads(packed.read("parameters.json"))
    assert votes.count("\n") - 1 == method["votes"] == Vote.objects.count() == 24 * 3 + 2
    closed = Event.objects.get(verb="round.close_round")
    assert closed.detail["digest"] == method["sha256"] == digest_of(talk)[1]


def test_anybody_verifies_the_download_by_the_command(city, talk, tmp_path, capfdbinary):
    from shangliang.engines.opinion.command import main

    fill(talk)
    bad = talk.statements.first()
    add_statement(city.seat("convenor"), talk.pk, text="谁都还没有表过态的一条说法")
    close_round(city.seat("convenor"), talk.pk)
    refuse_statement(city.seat("convenor"), bad.pk, reason="off")
    publish_round(city.seat("convenor"), talk.pk)
    file = tmp_path / "talk.zip"
    file.write_bytes(Client().get(f"/talk/{talk.code}/votes.zip").content)
    assert bad.text not in Client().get(f"/talk/{talk.code}/result/").content.decode()
    assert bad.text not in zipfile.ZipFile(file).read("statements.csv").decode()
    assert main(["verify", str(file)]) == 0
    said = capfdbinary.readouterr().out.decode()
    assert "一致" in said
    assert "指纹一致" in said

    folder = tmp_path / "changed"
    zipfile.ZipFile(file).extractall(folder)
    votes = (folder / "votes.csv").read_text("utf-8")
    (folder / "votes.csv").write_text(votes.replace(",1,0\n", ",-1,0\n", 1), "utf-8")
    assert main(["verify", str(folder)]) == 1
    assert "指纹" in capfdbinary.readouterr().out.decode()


def test_a_receipt_brings_back_ones_own_answers_and_what_became_of_them(city, talk):
    fill(talk)
    phone, seat = Client(), city.seat("convenor")
    phone.post(f"/talk/{talk.code}/join/")
    first = talk.statements.first()
    phone.post(f"/talk/{talk.code}/vote/", {"statement": first.pk, "value": "agree"})
    receipt = phone.get(f"/talk/{talk.code}/mine/").context["receipt"]
    assert len(receipt) == 14
    close_round(seat, talk.pk)
    publish_round(seat, talk.pk)
    follow_up(seat, talk.pk, kind="used", text="乐园已经动工", number=first.number)

    other = Client()
    assert other.get(f"/talk/{talk.code}/mine/").url.endswith("/back/")
    refused = other.post(f"/talk/{talk.code}/back/", {"receipt": "ABCD 2345 WXYZ"})
    assert refused.status_code == 422
    assert "ABCD 2345 WXYZ" in refused.content.decode()
    answer = other.post(f"/talk/{talk.code}/back/", {"receipt": receipt.lower()}, follow=True)
    page = answer.content.decode()
    assert first.text in page
    assert "乐园已经动工" in page
    assert "结果：" in page
    assert other.get("/receipts/", {"code": talk.code.lower()}).url == f"/talk/{talk.code}/"


def test_own_place_is_drawn_after_own_answers_and_nobody_else_can_be_found(talk):
    fill(talk, 40)
    phone = Client()
    phone.post(f"/talk/{talk.code}/join/")
    for row in talk.statements.all():
        phone.post(f"/talk/{talk.code}/vote/", {"statement": row.pk, "value": "agree"})
    page = phone.get(f"/talk/{talk.code}/mine/")
    assert page.context["own"]
    assert len(page.context["marks"]) <= 41 // 5
    assert ">您</text>" in page.content.decode()


def test_answers_do_not_wait_for_the_opinion_of_a_running_round(talk, monkeypatch):
    """However many come, a running round is computed once in a while; the closed one exactly."""
    from shangliang.consensus import answers

    Round.objects.filter(pk=talk.pk).update(order="priority")
    talk.refresh_from_db()
    fill(talk)
    asked = []
    real = answers.analyse
    monkeypatch.setattr(answers, "analyse", lambda *a, **k: asked.append(1) or real(*a, **k))
    monkeypatch.setattr(answers, "PAUSE", 3600.0)
    for _ in range(5):
        phone = Client()
        phone.post(f"/talk/{talk.code}/join/")
        for row in talk.statements.all():
            phone.post(f"/talk/{talk.code}/vote/", {"statement": row.pk, "value": "agree"})
        phone.get(f"/talk/{talk.code}/mine/")
    assert len(asked) == 1


def test_no_page_of_a_result_tells_a_small_cell(city, talk):
    fill(talk, 3)
    close_round(city.seat("convenor"), talk.pk)
    publish_round(city.seat("convenor"), talk.pk)
    assert talk.outcome.answer["dots"] == []
    assert all(v is None for r in talk.outcome.answer["rows"] for v in r["groups"].values())


@pytest.mark.parametrize("people, value", [(0, 1), (1, 1), (12, 0), (12, 1)])
def test_odd_rounds_are_published_without_a_fault(city, talk, people, value):
    for _ in range(people):
        who = someone(talk)
        for row in talk.statements.all():
            acts.answer(talk, who, row.pk, value)
    close_round(city.seat("convenor"), talk.pk)
    publish_round(city.seat("convenor"), talk.pk)
    assert Client().get(f"/talk/{talk.code}/result/").status_code == 200


def test_an_agreed_point_becomes_a_task_and_the_result_says_so(city, talk):
    fill(talk)
    seat = city.seat("convenor")
    close_round(seat, talk.pk)
    publish_round(seat, talk.pk)
    due = today() + timedelta(days=30)
    hand_over(seat, talk.pk, number=1, owner=city.units["housing"].pk, due_on=due)
    task = Task.objects.get(source_type="round", source_id=talk.pk)
    assert task.title == "树下做儿童乐园。"
    assert "市住建局办" in Client().get(f"/talk/{talk.code}/result/").content.decode()


def test_an_agreed_point_becomes_a_recommendation_and_everybody_reads_how_it_stands(city, talk):
    fill(talk)
    seat = city.seat("organiser")
    close_round(seat, talk.pk)
    publish_round(seat, talk.pk)
    made = recommend(seat, talk.pk, number=1, unit=city.units["housing"].pk)
    advice = made.advices.get()
    assert "24 人表态，100%同意" in advice.text
    again = recommend(seat, talk.pk, number=3, result=made.pk)
    assert (again, made.advices.count()) == (made, 2)
    page = Client().get(f"/talk/{talk.code}/result/").content.decode()
    assert "列入建议" in page
    assert "拟稿中" in page


def test_what_is_not_agreed_is_no_recommendation(city, talk):
    fill(talk)
    seat = city.seat("organiser")
    close_round(seat, talk.pk)
    publish_round(seat, talk.pk)
    with pytest.raises(Refused, match="没有谈拢"):
        recommend(seat, talk.pk, number=2)
    with pytest.raises(Refused, match="没有谈拢"):
        hand_over(seat, talk.pk, number=2, owner=city.units["housing"].pk, due_on=today())


def test_differences_open_the_next_round(city, talk):
    fill(talk)
    seat = city.seat("convenor")
    close_round(seat, talk.pk)
    publish_round(seat, talk.pk)
    later = next_round(seat, talk.pk)
    apart = [
        r["statement"]
        for r in talk.outcome.answer["rows"]
        if r["kind"] in ("different", "minority")
    ]
    assert later.statements.count() == len(apart)
    assert later.before_id == talk.pk


def test_settings_are_fixed_once_people_answer(city, talk):
    with pytest.raises(Refused):
        edit_round(city.seat("convenor"), talk.pk, title="换一个题目看看")


def test_another_committee_does_not_see_the_round(city, talk):
    from shangliang.demo.small import build_small_city

    other = build_small_city("四泉县", prefix="sq_")
    client = Client()
    client.force_login(other.account("organiser"))
    assert client.get(f"/rounds/{talk.pk}/").status_code == 404


def test_pages_keep_to_their_query_budgets(city, talk, django_assert_max_num_queries):
    fill(talk, 20)
    client = Client()
    client.force_login(city.account("convenor"))
    for path in ("/rounds/", f"/rounds/{talk.pk}/"):
        client.get(path)
        with django_assert_max_num_queries(15):
            assert client.get(path).status_code == 200
    guest = Client()
    guest.post(f"/talk/{talk.code}/join/")
    statement = talk.statements.first().pk
    with django_assert_max_num_queries(14):
        guest.post(
            f"/talk/{talk.code}/vote/",
            {"statement": statement, "value": "agree"},
            headers={"X-Card": "1"},
        )
    close_round(city.seat("convenor"), talk.pk)
    publish_round(city.seat("convenor"), talk.pk)
    with django_assert_max_num_queries(15):
        guest.get(f"/talk/{talk.code}/result/")
