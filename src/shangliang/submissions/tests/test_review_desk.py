"""The review desk as a clerk meets it: who may, the list, the case, the verbs."""

import json

import pytest

from shangliang.demo.small import build_small_city
from shangliang.submissions.actions.file import file
from shangliang.submissions.actions.refuse_filing import refuse_filing
from shangliang.submissions.models import Remark, Submission

from .desk import DESK, HX, do, fresh, reviewing


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
