"""The review desk as a clerk meets it: the list, the case, the verbs, bulk, undo, two at once."""

import json

import pytest
from django.urls import reverse

from shangliang.demo.small import build_small_city
from shangliang.procedures.verdicts import Refused
from shangliang.submissions.actions.file import file
from shangliang.submissions.actions.pass_on import pass_on
from shangliang.submissions.actions.refuse_filing import refuse_filing
from shangliang.submissions.actions.review import review
from shangliang.submissions.models import Remark, Review, Submission, Suggestion

DESK = "/desk/review/"
HX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def clerk(client, city):
    client.force_login(city.account("clerk"))
    return client


@pytest.fixture
def second(client, city):
    client.force_login(city.account("second"))
    return client


def do(client, case, name, **data):
    return client.post(f"{DESK}{case.pk}/do/{name}/", data, **HX)


def reviewing(city, who="member", **kwargs):
    """A case on the second reviewer's desk, ready to be filed."""
    case = city.submitted(who, **kwargs)
    review(
        city.seat("clerk"),
        case.pk,
        class_code="society",
        opinion="拟立案。",
        units=[(city.units["housing"].pk, "lead")],
    )
    return pass_on(city.seat("clerk"), case.pk)


def fresh(case):
    return Submission.objects.get(pk=case.pk)


# --- who may ----------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["member", "leader", "staff_housing", "admin", "supervisor"])
def test_only_the_office_opens_the_review_desk(client, city, who):
    client.force_login(city.account(who))
    assert client.get(DESK).status_code == 403


def test_another_committees_case_is_not_there(clerk, city):
    other = build_small_city("邻州市", prefix="n_").submitted()
    assert do(clerk, other, "send_back", note="改").status_code == 404
    page = clerk.get(f"{DESK}?case={other.pk}").content.decode()
    assert "不在您能看的范围里" in page or "办完了" in page


def test_a_members_draft_never_shows(clerk, city):
    city.draft(title="关于没有提交的事的提案")
    assert "没有提交的事" not in clerk.get(DESK).content.decode()


# --- what is shown ------------------------------------------------------------------------------


def test_the_desk_shows_list_case_and_judgement_within_its_budget(
    clerk, city, django_assert_max_num_queries
):
    city.submitted()
    other = city.submitted("member2", title="关于规范加装电梯维保的提案")
    clerk.get(f"{DESK}?case={other.pk}")
    with django_assert_max_num_queries(15):
        page = clerk.get(f"{DESK}?case={other.pk}").content.decode()
    for words in (
        "收件台",
        "待我审 2",
        "规范加装电梯维保",
        "相近 1 件",
        "审查要点",
        "建议承办",
        "转复审",
    ):
        assert words in page


def test_a_longer_queue_asks_no_more_queries(clerk, city, django_assert_max_num_queries):
    for n in range(8):
        city.submitted(f"member{n % 5 + 1}" if n % 5 else "member", title=f"关于第{n}件事的提案")
    clerk.get(DESK)
    with django_assert_max_num_queries(15):
        clerk.get(DESK)


def test_the_filter_is_the_url(clerk, city):
    city.submitted(title="关于甲事的提案")
    city.submitted("member2", title="关于乙事的提案")
    Submission.objects.filter(title="关于乙事的提案").update(window="ordinary")
    queue = clerk.get(f"{DESK}?window=ordinary").context["queue"]
    assert [row.title for row in queue] == ["关于乙事的提案"]
    assert "去掉条件" in clerk.get(f"{DESK}?nature=party").content.decode()


@pytest.mark.parametrize(
    "query", ["tab=x", "session=abc", "case=99999999999999999999", "page=zz", "window=x", "class='"]
)
def test_a_broken_address_shows_the_desk_all_the_same(clerk, city, query):
    city.submitted()
    assert clerk.get(f"{DESK}?{query}").status_code == 200


def test_a_second_reviewer_begins_at_the_second_tab(second, city):
    case = reviewing(city)
    page = second.get(DESK).content.decode()
    assert case.title in page
    assert "立案后编为第 0001 号" in page


def test_an_empty_desk_says_what_will_stand_there(clerk, city):
    assert "没有等初审的来件" in clerk.get(DESK).content.decode()


def test_text_of_a_member_is_escaped(clerk, city):
    city.submitted(title="<script>alert(1)</script>")
    assert "<script>alert(1)" not in clerk.get(DESK).content.decode()


# --- verbs --------------------------------------------------------------------------------------


def test_after_filing_the_next_case_stands_there_and_the_sentence_is_read_out(second, city):
    one, other = reviewing(city), reviewing(city, "member2")
    answer = do(second, one, "file", query="tab=second")
    said = json.loads(answer["HX-Trigger"])["announce"]
    assert said == "已立案，第0001号；下一件 0002"
    assert f"case={other.pk}" in answer["HX-Push-Url"]
    page = answer.content.decode()
    assert 'id="case-title" tabindex="-1">' + other.title in page
    assert "刚才立案" in page
    assert "可撤回" in page


def test_the_last_of_a_group_says_so(second, city):
    answer = do(second, reviewing(city), "file", query="tab=second")
    assert json.loads(answer["HX-Trigger"])["announce"].endswith("这一组办完了")


def test_without_script_a_verb_leads_back_to_the_desk_with_its_filter(second, city):
    one, other = reviewing(city), reviewing(city, "member2")
    answer = second.post(f"{DESK}{one.pk}/do/file/", {"query": "tab=second&window=plenary"})
    assert answer.status_code == 302
    assert "window=plenary" in answer["Location"]
    assert f"case={other.pk}" in answer["Location"]


def test_a_verbs_form_opens_in_place_and_keeps_what_was_typed(clerk, city):
    case = city.submitted()
    form = clerk.get(f"{DESK}{case.pk}/form/refuse_filing/?tab=first", **HX).content.decode()
    assert "不属本级职权" in form
    assert "<html" not in form
    bare = do(clerk, case, "divide", query="tab=first").content.decode()
    assert "请填“第 2 件的案由”。" in bare
    assert "必填" not in bare
    bad = do(clerk, case, "refuse_filing", words="写了很多理由", query="tab=first")
    assert bad.status_code == 422
    assert bad["HX-Retarget"] == "#verb-form"
    assert "写了很多理由" in bad.content.decode()
    assert fresh(case).state == "submitted"


def test_without_script_the_form_is_a_page(clerk, city):
    case = city.submitted()
    page = clerk.get(f"{DESK}{case.pk}/form/send_back/?tab=first").content.decode()
    assert "<html" in page
    assert "哪里要改" in page


def test_undo_brings_the_case_back_before_the_clerk(second, city):
    case = reviewing(city)
    do(second, case, "file", query="tab=second")
    page = second.get(DESK).content.decode()
    assert "刚才立案" in page
    answer = do(second, case, "undo", query="tab=second")
    assert fresh(case).state == "reviewing"
    assert "已撤回" in json.loads(answer["HX-Trigger"])["announce"]


def test_a_merge_is_taken_back_by_the_same_key(clerk, city):
    city.submitted()
    other = city.submitted("member2")
    do(clerk, other, "merge", lead="0001", reason="同一件事")
    assert fresh(other).state == "merged"
    assert f"{DESK}{other.pk}/do/unmerge/" in clerk.get(DESK).content.decode()


def test_merging_into_a_number_that_is_not_there_says_so_at_the_field(clerk, city):
    case = city.submitted()
    page = do(clerk, case, "merge", lead="0999").content.decode()
    assert "没有流水号 0999" in page
    page = do(clerk, case, "merge", lead="abc").content.decode()
    assert "请写流水号或案号" in page


def test_dividing_by_the_form_makes_the_parts(clerk, city):
    case = city.submitted(asks=3)
    answer = do(
        clerk,
        case,
        "divide",
        title_1="关于甲的提案",
        title_2="关于乙的提案",
        ask_1="1",
        ask_2="2",
        ask_3="2",
    )
    assert answer.status_code == 200
    assert Submission.objects.filter(split_from=case).count() == 2


def test_dividing_with_an_empty_part_keeps_the_form_and_says_which(clerk, city):
    case = city.submitted(asks=2)
    answer = do(
        clerk, case, "divide", title_1="甲", title_2="乙", ask_1="1", ask_2="1", query="tab=first"
    )
    assert answer.status_code == 422
    assert "第 2 件还没有建议" in answer.content.decode()


def test_the_second_clerk_who_presses_the_same_key_gets_words_and_the_case_as_it_stands(
    second, city
):
    case = reviewing(city)
    file(city.seat("second"), case.pk)
    answer = do(second, case, "file", query="tab=second")
    page = answer.content.decode()
    assert "现在是“已立案待交办”" in page
    assert 'role="alert"' in page
    assert fresh(case).number == 1


def test_a_refusal_pressed_twice_keeps_one_reason(clerk, city):
    case = city.submitted()
    refuse_filing(city.seat("clerk"), case.pk, reason_code="empty", words="没有建议")
    do(clerk, case, "refuse_filing", reason_code="empty", words="没有建议")
    assert Remark.objects.filter(verb="refuse_filing").count() == 1


@pytest.mark.parametrize("name", ["rate", "assign", "close", "nothing", "edit"])
def test_only_the_desks_own_verbs_go_through_it(clerk, city, name):
    assert do(clerk, city.submitted(), name).status_code == 404


# --- opinion ------------------------------------------------------------------------------------


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


# --- similar --------------------------------------------------------------------------------------


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


# --- bulk ------------------------------------------------------------------------------------------


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
