"""A pulse survey by its link: anybody, once, by count only; results when nobody can be told apart."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from shangliang.journal.models import Event
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.yardsticks.actions.answer_pulse import answer_pulse
from shangliang.yardsticks.actions.close_pulse import close_pulse
from shangliang.yardsticks.actions.count_pulse import count_pulse
from shangliang.yardsticks.actions.open_pulse import open_pulse
from shangliang.yardsticks.models import Pulse, PulseCount, PulseTicket, PulseWord

ASKED = [
    {"text": "办事方便吗", "options": ["方便", "一般", "不方便"], "good": [0]},
    {"text": "等得久吗", "options": ["不久", "久"], "good": [0]},
]


@pytest.fixture
def pulse(ruler) -> Pulse:
    return open_pulse(
        ruler.seat("organiser"), title="办事方便吗", questions=ASKED, on=today(),
        until=today() + timedelta(days=5), purpose="改进窗口",
    )  # fmt: skip


def answers(ruler, pulse, region, many, start=0):
    for n in range(many):
        answer_pulse(
            pulse.committee_id, pulse.pk, key=f"{region}{start + n}", region=ruler.regions[region].pk, choices=[n % 3, n % 2]
        )  # fmt: skip


def test_a_guest_answers_on_a_phone_without_account_and_once(ruler, pulse):
    guest, url = Client(), reverse("pulse-fill", args=[pulse.code])
    page = guest.get(url)
    key = page.context["key"]
    sent = {"key": key, "region": ruler.regions["一江区"].pk, "q0": "2", "q1": "0"}
    assert guest.post(url, {**sent, "q1": ""}).status_code == 409
    assert PulseCount.objects.count() == 0
    assert guest.post(url, sent).status_code == 302
    assert "已收到" in guest.get(url).content.decode()
    guest.post(url, sent)  # the same phone again
    assert Client().post(url, sent).status_code == 409  # the same page from elsewhere
    (row,) = PulseCount.objects.all()
    assert row.counts == [[0, 0, 1], [1, 0]]


def test_what_was_typed_stays_when_one_answer_is_missing(ruler, pulse):
    url = reverse("pulse-fill", args=[pulse.code])
    text = Client().post(url, {"region": ruler.regions["二桥区"].pk, "q0": "1"}).content.decode()
    assert "每题请选一个" in text
    assert text.count(" checked") == 1
    assert text.count(" selected") == 1


def test_neither_a_ticket_nor_an_event_tells_who_answered_what(ruler, pulse):
    before = Event.objects.count()
    answers(ruler, pulse, "一江区", 3)
    assert Event.objects.count() == before
    kept = {f.name for f in PulseTicket._meta.fields}
    assert kept == {"id", "committee", "pulse", "digest"}
    assert "made_at" not in {f.name for f in PulseCount._meta.fields}


def test_results_show_after_the_end_only_and_small_groups_stay_hidden(ruler, pulse):
    answers(ruler, pulse, "一江区", 30)
    answers(ruler, pulse, "二桥区", 24)
    answers(ruler, pulse, "三塘县", 4)
    office = Client()
    office.force_login(ruler.account("organiser"))
    while_open = office.get(reverse("pulses")).content.decode()
    assert "已有 58 人答" in while_open
    assert "各地区人数" not in while_open
    close_pulse(ruler.seat("organiser"), pulse.pk)
    after = office.get(reverse("pulses")).content.decode()
    assert "n=58" in after
    assert "±" in after
    assert "遮" in after
    assert "这次小调查已经截止" in Client().get(reverse("pulse-fill", args=[pulse.code])).content.decode()  # fmt: skip


def test_nothing_comes_in_after_the_end_or_from_outside_the_list(ruler, pulse):
    place = ruler.regions["一江区"].pk
    for bad in ({"region": 0}, {"region": ruler.regions["全省"].pk}, {"choices": [0]}, {"choices": [0, 7]}):  # fmt: skip
        said = {"key": "k", "region": place, "choices": [0, 0]} | bad
        with pytest.raises(Refused):
            answer_pulse(pulse.committee_id, pulse.pk, **said)
    close_pulse(ruler.seat("organiser"), pulse.pk)
    with pytest.raises(Refused, match="已经截止"):
        answer_pulse(pulse.committee_id, pulse.pk, key="k", region=place, choices=[0, 0])
    assert not PulseTicket.objects.exists()


def test_a_pulse_with_a_link_takes_no_counts_by_hand_and_says_why_it_asks(ruler, pulse):
    seat = ruler.seat("organiser")
    with pytest.raises(Refused, match="不能再手填"):
        count_pulse(seat, pulse.pk, region="一江区", counts=[[1, 1, 1], [2, 1]])
    with pytest.raises(Refused, match="为什么问"):
        open_pulse(seat, title="题", questions=ASKED, on=today(), until=today())


def test_the_way_in_is_a_picture_to_scan(ruler, pulse):
    answer = Client().get(reverse("pulse-code", args=[pulse.code]))
    assert answer["Content-Type"] == "image/svg+xml"


@pytest.fixture
def in_words(ruler) -> Pulse:
    return open_pulse(
        ruler.seat("organiser"), title="最想改变什么", questions=ASKED, on=today(),
        until=today() + timedelta(days=5), purpose="改进", open_question="最想改变哪件事",
    )  # fmt: skip


def test_answers_in_own_words_show_as_groups_of_five_and_never_one_by_one(ruler, in_words):
    said = ["公交末班车太早", "公交车末班太早", "末班公交太早了", "公交末班太早回不去", "乡镇公交末班太早",
            "无", "只有我一个人知道的事"]  # fmt: skip
    for n, words in enumerate(said):
        answer_pulse(
            in_words.committee_id, in_words.pk, key=f"k{n}", region=ruler.regions["一江区"].pk,
            choices=[0, 0], words=words,
        )  # fmt: skip
    office = Client()
    office.force_login(ruler.account("organiser"))
    assert "末班" not in office.get(reverse("pulses")).content.decode()
    close_pulse(ruler.seat("organiser"), in_words.pk)
    text = office.get(reverse("pulses")).content.decode()
    assert "都说到“末班”的 5 条" in text
    assert "另有 1 条各说各的" in text
    assert "写“没有”“挺好”一类的 1 条" in text
    assert "只有我一个人" not in text


@pytest.mark.parametrize("words", ["窗口的王科长态度不好", "请打 138 0000 1234", "字" * 201])
def test_words_that_name_somebody_are_given_back_to_be_written_again(ruler, in_words, words):
    url = reverse("pulse-fill", args=[in_words.code])
    sent = {"region": ruler.regions["一江区"].pk, "q0": "0", "q1": "0", "words": words}
    answer = Client().post(url, sent)
    assert answer.status_code == 409
    assert words in answer.content.decode()
    assert not PulseTicket.objects.exists()
    assert not PulseWord.objects.exists()


def test_what_was_written_stands_apart_from_place_time_and_the_other_answers():
    kept = {f.name for f in PulseWord._meta.fields}
    assert kept == {"id", "committee", "pulse", "text"}
