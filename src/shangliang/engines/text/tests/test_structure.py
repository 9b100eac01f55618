"""Lines joined, speeches told apart, outlines by local sequence."""

import pytest

from shangliang.engines.text import as_json, read_text, source_of_text
from shangliang.engines.text.markers import block_marker, chinese_number, inline_markers
from shangliang.engines.text.people import is_date_line, is_name, office_holder
from shangliang.engines.text.wraps import paragraphs_of


def outline(text):
    return [
        (o["marker"], o["level"])
        for d in as_json(read_text(text))["documents"]
        for o in d["outline"]
    ]


def test_a_blank_line_inside_a_sentence_does_not_end_it():
    text = "\n".join(
        [
            "要把各项任务细化到岗位、落实到人头，做",
            "到有部署、有检查、有结果，对推进不力的",
            "",
            "及时提醒，对弄虚作假的严肃处理，确保年",
            "度目标如期完成。",
        ]
    )
    assert [p.text[-5:] for p in paragraphs_of(source_of_text(text))] == ["如期完成。"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "努力开创工作新局面，把政协各项工作提高到新水平，做到既有力度又有温度，充分调动各界的积",
            "极性和创造性。",
        ),
        ("希望大家继续发扬“团结", "奋进”的精神。"),
        ("以三个聚焦为宗旨，聚焦“围绕中心、服务大局", "”这一主线，把工作做细做实。"),
    ],
)
def test_a_break_inside_a_word_or_quotation_is_mended(first, second):
    assert len(paragraphs_of(source_of_text(f"{first}\n{second}"))) == 1


def test_a_heading_without_a_stop_is_no_first_line():
    text = "一、提高认识，把思想统一到部署上来\n今年的任务很重，各单位要早作安排，把责任压实到每一个环节、每一个岗位。"
    assert [p.first for p in paragraphs_of(source_of_text(text))] == [1, 2]


@pytest.mark.parametrize(
    "line", ["一、二产业协调发展", "2.4亿人次来到这里", "三、四线城市的房价", "1.5倍的差距"]
)
def test_false_friends_are_no_headings(line):
    assert block_marker(line) is None


@pytest.mark.parametrize(
    "text",
    [
        "其中原因之一是资金不足。",
        "这也是第一次提出。",
        "第二要有辩证思维。",
        "我们统一要求。",
        "这是第一信号、第一时间。",
    ],
)
def test_said_numbers_inside_words_are_no_items(text):
    assert inline_markers(text) == []


def test_a_list_may_change_its_word_and_nest_under_its_third_item():
    text = "一是抓进度。二要抓质量。三是抓规划。一要集约。二要转型。三要改革。四是抓协调。"
    assert outline(text) == [
        ("一是", 1), ("二要", 1), ("三是", 1), ("一要", 2), ("二要", 2), ("三要", 2), ("四是", 1),
    ]  # fmt: skip


def test_two_lists_announced_in_turn_are_sisters():
    text = "以三个聚焦为目标，一是聚焦主业；二是聚焦主责；三是聚焦主体。以两个对标为方法，一要对标先进；二要对标要求。"
    assert {level for _, level in outline(text)} == {1}


def test_the_last_item_may_have_no_number():
    assert outline("一是看得远。二是走得稳。最后一个，大家要跟得上。")[-1] == ("最后一个", 1)


def test_an_item_without_a_sister_is_no_list():
    assert outline("一是非曲直要分清。") == []


def test_numbering_continues_over_parts():
    text = "一、要点\n（一）甲事\n（二）乙事\n二、要求\n（三）丙事"
    assert outline(text) == [("一、", 1), ("（一）", 2), ("（二）", 2), ("二、", 1), ("（三）", 2)]


def test_two_speeches_pasted_as_one_are_two():
    text = (
        "在全县农业工作会议上的讲话\n同志们：\n今年农业工作有三项任务，要一件一件抓好，件件都要有着落。\n一、抓春耕\n要早。\n二、抓水利\n要实。\n"
        "让我们共同努力，把全县农业工作不断推向前进！\n"
        "下面，我就做好当前防汛工作，谈几点意见。\n一、思想要重视\n不能等。\n二、措施要到位\n不能拖。"
    )
    documents = as_json(read_text(text))["documents"]
    assert [d["title_status"] for d in documents] == ["stated", "missing"]
    assert [d["lines"] for d in documents] == [[1, 8], [9, 13]]


def test_a_title_printed_twice_is_kept_once_and_told():
    text = "第二篇：在全市水利工作会议上的讲话\n在全市水利工作会议上的讲话\n同志们：\n今天我们开会研究水利工作，主要是部署冬修水利。"
    data = as_json(read_text(text))
    assert data["documents"][0]["title"] == "在全市水利工作会议上的讲话"
    assert "repeated_title" in {flag["kind"] for flag in data["flags"]}


def test_a_hidden_name_is_unknown_and_kept_as_written():
    text = "在全县工作会议上的讲话\n县委书记×××\n同志们：\n今天的会议很重要，请大家认真听讲。"
    (document,) = as_json(read_text(text))["documents"]
    assert (document["author"], document["author_status"]) == ("县委书记×××", "unknown")


def test_a_work_report_is_one_document_however_often_it_greets():
    text = "政府工作报告\n各位代表：\n一、回顾\n成绩不小，困难也不少，大家都很努力。\n二、任务\n任务很重，时间很紧，要抓紧。\n各位代表！\n让我们共同奋斗！"
    assert len(read_text(text).documents) == 1


@pytest.mark.parametrize(
    ("words", "number"), [("一", 1), ("十", 10), ("十六", 16), ("二十", 20), ("廿", 0), ("一二", 0)]
)
def test_numbers_of_headings(words, number):
    assert chinese_number(words) == number


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        ("李　强", True),
        ("欧阳修远", True),
        ("担当作为", False),
        ("工作经验", False),
        ("高度重视", False),
    ],
)
def test_names_are_told_from_words(line, yes):
    assert is_name(line) is yes


def test_dates_and_offices_under_a_title():
    assert is_date_line("（二ｏｏ六年三月二十五日）")
    assert not is_date_line("2025年底前，企业开办时间压缩至0.5")
    assert office_holder("市政协主席　施望川") == ("市政协主席", "施望川")
    assert office_holder("市政协主席的工作经验") is None
