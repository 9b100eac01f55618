"""Doubts are told with their reasons; the text is never changed."""

import pytest

from shangliang.engines.text import as_json, read_text


def flags(text, kind):
    return [f for f in as_json(read_text(text))["flags"] if f["kind"] == kind]


def test_dates_later_than_the_speech_are_flagged_with_a_reasoned_suggestion():
    text = "在座谈会上的讲话\n（二ｏｏ六年三月二十五日）\n同志们：\n2024年11月11日，领导同志在庆祝人民政协成立55周年大会上发表讲话；2024年2月18日，印发了文件。"
    found = flags(text, "impossible_date")
    assert "2004年" in found[0]["suggestion"]
    assert flags(text, "date_order")


def test_an_anniversary_that_does_not_fit_is_flagged_at_both_places():
    text = "在纪念孙中山先生诞辰156周年之际，我们开会。\n自2024年以来开展了200多项活动。"
    assert {f["text"] for f in flags(text, "impossible_date")} == {
        "孙中山先生诞辰156周年",
        "2024年",
    }


def test_a_narrower_addressee_than_elsewhere_is_asked_about():
    text = "各县（市、区）要抓紧落实项目资金。各（市、区）要高度重视。"
    assert flags(text, "narrow_addressee")[0]["text"] == "各（市、区）"


def test_hidden_names_are_unknown_and_counted():
    (found,) = flags("×书记到×县调研，听取了×局的汇报。", "placeholder")
    assert "3处" in found["why"]


@pytest.mark.parametrize("text", ["人工智能×制造", "数据要素×", "3×5米"])
def test_a_times_sign_is_no_hidden_name(text):
    assert not flags(f"推进“{text}”行动。", "placeholder")


def test_spending_beyond_what_is_in_place_is_flagged():
    assert flags("改造资金到位800万元，已支出1200万元。", "overspent")
    assert not flags("改造资金到位3.7亿元，已支出606万元。", "overspent")


def test_a_torn_table_is_told_once():
    cells = "\n".join(
        ["序", "号", "领域", "县教育局", "新建", "学校", "3所", "年底", "县住建局", "改造"]
    )
    assert (
        len(
            flags(
                f"下表是任务安排，请对照落实。\n{cells}\n以上任务要按时完成，逐项销号。",
                "torn_table",
            )
        )
        == 1
    )


def test_two_documents_with_near_titles_are_not_merged():
    text = "印发《关于支持云川市加快中心城市建设的若干意见》。又出台《关于支持云川以开放为引领加快建设中心城市的若干意见》。"
    assert flags(text, "similar_titles")


def test_one_thing_under_two_words_is_linked_and_kept():
    (found,) = flags("我们开展三项讨论。大家积极参与三次讨论。", "same_thing")
    assert found["text"] == "三次讨论"
    assert "三项讨论" in found["why"]


def test_a_page_ornament_is_a_hint_for_the_year():
    text = "0202\n——全区学习研讨发言摘要\n\n顾青\n\n坚持守正创新 强化使命担当 为发展贡献力量\n\n近日，我参加了全区的学习研讨活动，体会很深，现将体会报告如下。"
    (found,) = flags(text, "page_ornament")
    assert "2020" in found["suggestion"]
    assert flags(text, "title_missing")


def test_gaps_are_said_and_remedies_are_not():
    data = as_json(read_text("我县项目储备不足，支出进度较慢。要着力补齐短板，破解融资难题。"))
    assert [gap["text"] for gap in data["gaps"]] == ["我县项目储备不足，支出进度较慢。"]
    assert data["gaps"][0]["subject"] == "我县"


def test_a_row_with_a_cell_too_few_is_told_and_its_figures_are_not_guessed():
    torn = "县区 生产总值增速 投资增速\n四泉县 5.1% 3.2%\n青岭\n县 4.0%\n2.1% 白沙区\n望江区 3.3% 1.0%\n"
    data = as_json(read_text(torn))
    assert [(f["kind"], f["lines"]) for f in data["flags"] if f["kind"] == "torn_table"] == [
        ("torn_table", [2, 6])
    ]
    assert data["indicators"] == []


def test_a_whole_table_is_not_called_torn():
    whole = "县区 生产总值增速 投资增速\n四泉县 5.1% 3.2%\n青岭县 4.0% 2.1%\n"
    assert "torn_table" not in {f["kind"] for f in as_json(read_text(whole))["flags"]}


def test_a_day_no_calendar_has_is_told_even_where_the_year_is_not_known():
    data = as_json(read_text("市应急管理局要于2月30日前完成预案修订。"))
    assert "impossible_date" in {f["kind"] for f in data["flags"]}
    calm = as_json(read_text("市应急管理局要于2月29日前完成预案修订。"))
    assert "impossible_date" not in {f["kind"] for f in calm["flags"]}
