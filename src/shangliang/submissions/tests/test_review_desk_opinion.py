"""At the review desk: opinions, similar cases, many at once."""

import pytest
from django.urls import reverse

from shangliang.demo.small import build_small_city
from shangliang.procedures.verdicts import Refused
from shangliang.submissions.actions.file import file
from shangliang.submissions.actions.pass_on import pass_on
from shangliang.submissions.actions.review import review
from shangliang.submissions.models import Review, Submission, Suggestion

from .desk import DESK, HX, fresh, reviewing


def opinion(client, case, **data):
    return client.post(f"{DESK}{case.pk}/opinion/", data, **HX)


def test_units_are_found_by_alias_and_by_pinyin(clerk, city):
    from shangliang.actors.models import Alias

    Alias.objects.create(committee=city.committee, actor=city.units["housing"], name="房管局")
    case = city.submitted()
    initials = "sczj"
    answer = opinion(clerk, case, class_code="society", lead="房管局", co=f"{initials}、市民政局")
    assert answer.status_code == 200
    rows = case.unit_choices.filter(layer="reviewed").values_list("unit", "role")
    assert set(rows) == {
        (city.units["housing"].pk, "lead"),
        (city.units["finance"].pk, "co"),
        (city.units["civil"].pk, "co"),
    }
    assert case.unit_choices.filter(layer="wished").count() == 1


def test_an_unknown_unit_is_named_and_the_rest_is_saved(clerk, city):
    case = city.submitted()
    page = opinion(clerk, case, class_code="economy", lead="市火星局", opinion="可办").content
    assert "没有“市火星局”这个单位" in page.decode()
    assert Review.objects.get().opinion == "可办"
    assert fresh(case).class_code == "economy"


def test_two_leads_are_refused_unless_each_answers(clerk, city):
    case = city.submitted()
    page = opinion(clerk, case, lead="市住建局、市财政局").content.decode()
    assert "主办单位只能有一个" in page
    opinion(clerk, case, lead="市住建局、市财政局", way="each")
    assert set(case.unit_choices.filter(layer="reviewed").values_list("role", flat=True)) == {
        "each"
    }


def test_a_key_settles_a_point_and_pressing_on_turns_it(clerk, city):
    case = city.submitted()
    seen = []
    for _ in range(3):
        opinion(clerk, case, settle="one_matter")
        seen.append(Review.objects.get().rubric["one_matter"])
    assert seen == ["yes", "no", "unsure"]


def test_reviewers_stand_side_by_side_and_do_not_overwrite_each_other(client, city):
    case = reviewing(city)
    client.force_login(city.account("second"))
    opinion(client, case, opinion="同意初审。", class_code="society", lead="市住建局")
    assert Review.objects.count() == 2
    page = client.get(f"{DESK}?case={case.pk}").content.decode()
    assert "拟立案。" in page
    assert "其他审查人" in page


def test_an_opinion_on_a_decided_case_is_refused_in_words(clerk, city):
    case = city.filed()
    assert (
        "只有提案委工作人员可以"
        in (page := opinion(clerk, case, opinion="再想想").content.decode())
        or "现在是" in page
    )


def test_a_wrong_suggestion_goes_from_the_desk(clerk, city):
    city.submitted()
    other = city.submitted("member2")
    assert "相近 1 件" in clerk.get(f"{DESK}?case={other.pk}").content.decode()
    row = Suggestion.objects.get(submission=other, kind="like")
    clerk.post(f"/desk/suggestions/{row.pk}/", {"verdict": "wrong"}, **HX)
    assert "相近 0 件" in clerk.get(f"{DESK}?case={other.pk}").content.decode()


def test_comparing_marks_the_sentences_both_have(clerk, city, django_assert_max_num_queries):
    one, other = city.submitted(), city.submitted("member2", title="关于另一件事的提案")
    url = f"{reverse('merge-compare')}?a={one.pk}&b={other.pk}&back=tab%3Dfirst"
    clerk.get(url)
    with django_assert_max_num_queries(15):
        page = clerk.get(url).content.decode()
    assert "<mark>全市已装电梯三百余台，有十二台停用。</mark>" in page
    assert f"/desk/review/{one.pk}/form/merge/" in page


@pytest.mark.parametrize("query", ["", "a=1", "a=1&b=1", "a=x&b=2", "a=1&b=99999"])
def test_comparing_needs_two_cases_one_may_see(clerk, city, query):
    city.submitted()
    assert clerk.get(f"/desk/compare/?{query}").status_code == 404


def bulk(client, verb, *cases, **data):
    url = f"{DESK}bulk/"
    return client.post(url, {"verb": verb, "selected": [c.pk for c in cases], **data}, follow=True)


def test_bulk_filing_does_what_it_can_and_keeps_the_rest_selected_with_reasons(second, city):
    good, also = reviewing(city), reviewing(city, "member2")
    bad = pass_on(city.seat("clerk"), city.submitted("member3").pk)
    page = bulk(second, "file", good, also, bad, query="tab=second").content.decode()
    assert "已立案 2 件，第0001号、第0002号" in page
    assert "1 件没有办成" in page
    assert "还没有定类别" in page
    assert f'value="{bad.pk}" aria-label="选中 0003" form="queue-form" checked' in page
    assert "tab=second" in page


def test_bulk_class_keeps_each_reviewers_words(clerk, city):
    one, other = city.submitted(), city.submitted("member2")
    opinion(clerk, one, opinion="写过的意见")
    bulk(clerk, "classify", one, other, class_code="economy")
    assert set(Submission.objects.values_list("class_code", flat=True)) == {"economy"}
    assert Review.objects.get(submission=one).opinion == "写过的意见"


def test_bulk_without_a_class_keeps_the_selection(clerk, city):
    case = city.submitted()
    page = bulk(clerk, "classify", case).content.decode()
    assert "先选归入哪一类" in page
    assert "checked" in page


def test_bulk_passes_on(clerk, city):
    one, other = city.submitted(), city.submitted("member2")
    assert "已转复审 2 件" in bulk(clerk, "pass_on", one, other).content.decode()


def test_bulk_with_nothing_ticked_says_so(clerk, city):
    assert "还没有勾选" in bulk(clerk, "file").content.decode()


def test_bulk_never_touches_another_committee(clerk, city):
    other = build_small_city("邻州市", prefix="n_").submitted()
    bulk(clerk, "pass_on", other)
    assert fresh(other).state == "submitted"


def test_filing_alone_is_refused_where_a_second_review_is_due(city):
    case = city.submitted()
    review(
        city.seat("clerk"),
        case.pk,
        class_code="society",
        units=[(city.units["housing"].pk, "lead")],
    )
    with pytest.raises(Refused, match="请先转复审"):
        file(city.seat("clerk"), case.pk)
