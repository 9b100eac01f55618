"""A round while it runs: who may, answers, statements, screening."""

from datetime import timedelta
from hashlib import sha256

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from shangliang.consensus.actions import answer as acts
from shangliang.consensus.actions.add_statement import add_statement
from shangliang.consensus.actions.close_round import close_round
from shangliang.consensus.actions.open_round import open_round
from shangliang.consensus.actions.publish_round import publish_round
from shangliang.consensus.actions.refuse_statement import refuse_statement
from shangliang.consensus.actions.reopen_round import reopen_round
from shangliang.consensus.actions.show_statement import show_statement
from shangliang.consensus.actions.start_round import start_round
from shangliang.consensus.models import Round, Vote
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused

from .talks import TEXTS, fill, someone


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
