"""Class and unit beside a case, how good they were, groups, and the office's own threshold."""

import pytest
from django.urls import reverse

from shangliang.journal.models import Event
from shangliang.procedures.verdicts import Refused
from shangliang.search.actions.set_suggestions import set_suggestions
from shangliang.search.advise import helped
from shangliang.search.grouping import groups
from shangliang.search.index import rebuild
from shangliang.search.judged import by_month, measure_alike, verdicts
from shangliang.search.learn import CLASS, UNIT, learn, model
from shangliang.search.models import Learned
from shangliang.submissions import like
from shangliang.submissions.actions.judge_suggestion import judge_suggestion
from shangliang.submissions.actions.submit import submit
from shangliang.submissions.likeness import similar
from shangliang.submissions.models import Submission, Suggestion

from .test_alike import ASK, OTHER, TEXT, write_one

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(city):
    """Two on one matter and one on another, in review."""
    cases = []
    for who, title, text, ask in (
        ("member", "关于老旧小区加装电梯的提案", TEXT, ASK),
        ("member2", "关于推进住宅楼加装电梯的提案", TEXT[4:], ASK),
        ("member", "关于治理东湖水质的提案", OTHER, "建议清淤截污。"),
    ):
        case = write_one(city, who, title, text, ask)
        submit(city.seat(who), case.pk)
        cases.append(Submission.objects.get(pk=case.pk))
    rebuild(city.committee.pk)
    for case in cases:
        like.refresh(case)
    return city, cases


def test_an_office_without_a_past_gets_unit_and_class_from_the_lexicon_with_its_words(waiting):
    city, (case, *_) = waiting
    said = helped(city.seat("clerk"), case)
    assert said.units
    assert said.units[0].value == str(city.units["housing"].pk)
    assert said.units[0].why
    assert said.units[0].p == 0  # no probability is claimed without a past
    assert all(a.value in {c.code for c in case.rules.classes} for a in said.classes)


def test_what_somebody_called_wrong_is_not_said_again(waiting):
    city, (case, *_) = waiting
    seat = city.seat("clerk")
    first = helped(seat, case).units[0]
    judge_suggestion(seat, first.suggestion.pk, "wrong")
    assert first.value not in [a.value for a in helped(seat, case).units]
    months = [m for m in by_month(city.committee.pk) if m.kind == "承办单位"]
    assert (months[0].right, months[0].wrong) == (0, 1)
    assert months[0].precision == 0


def test_a_text_about_nothing_gets_silence(city):
    case = write_one(
        city, "member", "关于若干事项的提案", "如题所述，内容从略，请予研究。", "请研究。"
    )
    submit(city.seat("member"), case.pk)
    rebuild(city.committee.pk)
    said = helped(city.seat("clerk"), Submission.objects.get(pk=case.pk))
    assert said.units == ()
    assert said.classes == ()


def test_quotes_stand_in_the_text_where_they_say(waiting):
    city, (case, *_) = waiting
    said = helped(city.seat("clerk"), case)
    for quote in said.quotes:
        assert said.text[quote.start : quote.end] == quote.text


def test_with_suggestions_off_nothing_is_said_and_the_desk_works(waiting, client):
    city, (case, *_) = waiting
    set_suggestions(city.seat("clerk"), alike=0.34, on=False)
    assert helped(city.seat("clerk"), case).off
    assert similar(case, city.seat("clerk")) == []
    client.force_login(city.account("clerk"))
    assert client.get(reverse("review-desk"), {"case": case.pk}).status_code == 200
    answer = client.get(reverse("beside", args=[case.pk]), headers={"HX-Request": "true"})
    assert "关了系统建议" in answer.content.decode()


def test_a_higher_threshold_shows_less(waiting):
    city, (case, other, _) = waiting
    assert [x.pk for x in similar(case, city.seat("clerk"))] == [other.pk]
    from django.core.cache import cache

    cache.clear()
    set_suggestions(city.seat("clerk"), alike=0.90)
    assert len(similar(case, city.seat("clerk"))) <= 1


@pytest.mark.parametrize("alike", [-1, 0, 0.1, 0.95, 7])
def test_a_threshold_out_of_bounds_is_refused_in_words(city, alike):
    with pytest.raises(Refused, match="门槛"):
        set_suggestions(city.seat("clerk"), alike=alike)


@pytest.mark.parametrize("who", ["member", "supervisor", "leader", "editor"])
def test_only_the_office_sets_suggestions(city, who):
    with pytest.raises(Refused):
        set_suggestions(city.seat(who), alike=0.4)


def test_setting_suggestions_is_an_event(city):
    set_suggestions(city.seat("clerk"), alike=0.4)
    assert Event.objects.filter(verb="search.set_suggestions").count() == 1


def test_cases_on_one_matter_are_a_group_with_a_reason_and_wrong_ones_are_not(waiting):
    city, (one, two, lake) = waiting
    seat = city.seat("clerk")
    found = groups(seat)
    assert len(found) == 1
    assert {found[0].lead.pk, *(c.pk for c in found[0].others)} == {one.pk, two.pk}
    assert found[0].reasons
    for row in Suggestion.objects.filter(kind="like"):
        judge_suggestion(seat, row.pk, "wrong")
    assert groups(seat) == []


def test_judged_pairs_are_measured_by_threshold(waiting):
    city, (one, two, _) = waiting
    row = Suggestion.objects.filter(kind="like").first()
    judge_suggestion(city.seat("clerk"), row.pk, "right")
    assert measure_alike(city.committee.pk) == 1
    table = Learned.objects.get(kind="alike").measured["table"]
    assert table[0][1:] == [1, 0]
    assert (row, True) in verdicts(city.committee.pk)


def test_too_few_decisions_leave_the_lexicon_in_force(city):
    city.replied()
    rebuild(city.committee.pk)
    learn(city.committee.pk)
    assert model(city.committee.pk, CLASS) is None
    assert model(city.committee.pk, UNIT) is None


def test_the_past_teaches_and_the_measure_is_kept(city, monkeypatch):
    from shangliang.search import learn as learning

    some = [
        learning.Example(n, seg, label, str(n))
        for n in range(24)
        for seg, label in (("小区 电梯 物业 楼道", "urban"), ("学校 教师 课后 学生", "edu"))
    ]
    monkeypatch.setattr(learning, "examples", lambda _: {CLASS: some})
    learning.learn(city.committee.pk)
    held = Learned.objects.get(kind=CLASS)
    assert held.measured["right"] == 1
    assert model(city.committee.pk, CLASS).guess(["电梯 物业"])[0][0].label == "urban"
    # What an older machine learned is not read: the lexicon holds until all is learned anew.
    held.measured["version"] -= 1
    held.save()
    assert model(city.committee.pk, CLASS) is None
    learning.learn(city.committee.pk)
    assert model(city.committee.pk, CLASS) is not None
    # A night after a day without a decision costs nothing.
    at = Learned.objects.get(kind=CLASS).made_at
    assert learning.learn(city.committee.pk) == {CLASS: len(some)}
    assert Learned.objects.get(kind=CLASS).made_at == at
    some[0] = learning.Example(0, "小区 电梯 停用", "urban", "0")
    learning.learn(city.committee.pk)
    assert Learned.objects.get(kind=CLASS).made_at > at


def test_pages_keep_their_budgets(waiting, client, django_assert_max_num_queries):
    city, (case, *_) = waiting
    client.force_login(city.account("clerk"))
    for address in ("suggestions", "merge-groups"):
        client.get(reverse(address))
        with django_assert_max_num_queries(15):
            assert client.get(reverse(address)).status_code == 200
    url = reverse("beside", args=[case.pk])
    client.get(url, headers={"HX-Request": "true"})
    with django_assert_max_num_queries(18):
        assert client.get(url, headers={"HX-Request": "true"}).status_code == 200


def test_a_wrong_form_keeps_what_was_typed(city, client):
    client.force_login(city.account("clerk"))
    answer = client.post(reverse("suggestions"), {"alike": "7", "on": "on"})
    assert answer.status_code == 200
    assert 'value="7"' in answer.content.decode()
    answer = client.post(reverse("suggestions"), {"alike": "0.5"})
    assert answer.status_code == 302
