"""Lines that say who answers, printed in a paragraph of their own."""

import pytest

from shangliang.engines.text import as_json, read_text


def tasks(text):
    return [
        (t["lead"], t["partners"], t["deadline"], t["lines"])
        for t in as_json(read_text(text))["tasks"]
        if t["kind"] == "hard"
    ]


def test_a_line_below_a_demand_makes_no_second_task():
    text = "（一）完成改造。市住建局要在9月底前立项。\n责任单位：市住建局，市财政局、各区政府\n"
    assert tasks(text) == [(["市住建局"], ["市财政局", "各区政府"], "9月底前", [1, 1])]


def test_lines_one_below_another_are_one_annotation():
    text = (
        "（二）健全机制。制定评价办法，5月底前征求意见。\n"
        "牵头单位：市住建局\n责任领导：某某\n配合单位：市市场监管局、市信用办\n完成时限：6月底前\n"
    )
    assert tasks(text) == [(["市住建局"], ["市市场监管局", "市信用办"], "6月底前", [1, 1])]


def test_the_limit_printed_in_a_line_of_its_own_names_the_day():
    found = read_text(
        "2026年工作清单\n（一）改造。推进改造。\n责任单位：市住建局\n完成时限：6月底前"
    )
    (task,) = found.findings.tasks
    assert task.due == "2026-06-30"


LIST = "一、办好民生实事\n1.新增学位3000个。\n2.新建社区食堂50个。\n"


@pytest.mark.parametrize("after", ["", "二、加强治理\n治理河道。\n"])
def test_a_line_that_closes_a_list_answers_for_the_whole_list(after):
    found = tasks(LIST + "责任单位：市教育局、市民政局\n" + after)
    assert found == [(["市教育局"], ["市民政局"], "", [2, 3])]


def test_a_line_inside_a_list_answers_for_its_item():
    found = tasks(
        LIST.replace("2.", "责任单位：市教育局\n2.")
        + "责任单位：市民政局\n3.修路。\n责任单位：市交通局\n"
    )
    assert found == [
        (["市教育局"], [], "", [2, 2]),
        (["市民政局"], [], "", [4, 4]),
        (["市交通局"], [], "", [6, 6]),
    ]


def test_a_section_of_several_paragraphs_is_one_task_with_all_its_lines():
    text = "（一）推进改造\n全市改造小区120个。\n完善配套设施。\n责任单位：市住建局\n"
    assert tasks(text) == [(["市住建局"], [], "", [2, 3])]


def test_a_demand_on_another_unit_above_the_line_stays_a_task_of_its_own():
    text = "五、严格督查\n市审计局要在6月底前完成审计。\n责任单位：市政府办公室\n"
    assert sorted(lead for lead, *_ in tasks(text)) == [["市审计局"], ["市政府办公室"]]


def test_a_wrapped_line_keeps_its_last_names():
    text = "（一）推进改造。全市改造小区一百二十个。\n（责任单位：市住建局、市财政局、市自然\n资源局、各区政府）\n"
    assert tasks(text)[0][1] == ["市财政局", "市自然资源局", "各区政府"]
