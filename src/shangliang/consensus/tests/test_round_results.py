"""What a round gives: the result, the download, receipts, recommendations, the next round."""

import json
import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client

from shangliang.consensus.actions import answer as acts
from shangliang.consensus.actions.add_statement import add_statement
from shangliang.consensus.actions.close_round import close_round
from shangliang.consensus.actions.edit_round import edit_round
from shangliang.consensus.actions.enter_paper import enter_paper
from shangliang.consensus.actions.follow_up import follow_up
from shangliang.consensus.actions.hand_over import hand_over
from shangliang.consensus.actions.next_round import next_round
from shangliang.consensus.actions.publish_round import publish_round
from shangliang.consensus.actions.recommend import recommend
from shangliang.consensus.actions.refuse_statement import refuse_statement
from shangliang.consensus.ledger import digest_of
from shangliang.consensus.models import Round, Vote
from shangliang.journal.models import Event
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.tasks.models import Task

from .talks import fill, someone


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
    enter_paper(seat, talk.pk, sheet="1", answers={1: 1, 3: 0})
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
