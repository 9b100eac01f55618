"""Who is to do what: units by alias, printed duties, spoken demands."""

import pytest

from shangliang.engines.text import Lexicon, Unit, as_json, read_text, units_in
from shangliang.engines.text.printed_duties import duties_in
from shangliang.engines.text.units import common_lexicon, members_of, others_of


def named(text, lexicon=None):
    return [text[u.start : u.end] for u in units_in(text, lexicon)]


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("市工信局", "市工业和信息化局"),
        ("市发改委", "市发展和改革委员会"),
        ("县人社局", "县人力资源和社会保障局"),
        ("市大数据局", "市政务服务和大数据局"),
        ("省经信厅", "省经济和信息化厅"),
        ("市市场监管局（市知识产权局）", "市市场监督管理局"),
    ],
)
def test_aliases_resolve_to_one_unit(alias, name):
    assert common_lexicon().resolve(alias).name == name


def test_a_unit_nobody_knows_is_asked_about_and_kept():
    assert common_lexicon().resolve("市星际局") is None
    data = as_json(read_text("市星际局要于5月底前制定实施方案。"))
    assert data["tasks"][0]["lead"] == ["市星际局"]
    assert "unknown_unit" in {f["kind"] for f in data["flags"]}


def test_a_body_brings_its_own_lexicon():
    own = Lexicon([Unit("星际事务局", ("星际局",))])
    assert own.resolve("市星际局").name == "市星际事务局"
    assert named("由市星际局负责", own) == ["市星际局"]


def test_units_are_found_in_running_text():
    text = "请市工信局会同市财政局、市政务服务和大数据局研究，报市政府办公室；县级市长要带头。"
    assert named(text) == ["市工信局", "市财政局", "市政务服务和大数据局", "市政府办公室"]


def test_implied_districts_are_offered_with_confidence_only_when_they_fit():
    known = ["梅岭区", "白沙县", "望江区", "高新区"]
    match = members_of("三区", known)
    assert match.name == "梅岭区、望江区、高新区"
    assert match.confidence < 1
    assert members_of("四区", known) is None
    assert others_of("其他两个区", known, ["望江区"]).name == "梅岭区、高新区"


def duty(text):
    (found,) = duties_in(text)
    return [text[n.start : n.end] for n in found.lead], [
        text[n.start : n.end] for n in found.partners
    ]


@pytest.mark.parametrize(
    ("text", "lead", "partners"),
    [
        (
            "（责任单位：市住建局、市交通运输局，列第一位的为牵头单位，下同）",
            ["市住建局"],
            ["市交通运输局"],
        ),
        (
            "（市水务局牵头，市住建局、各区人民政府按职责分工负责）",
            ["市水务局"],
            ["市住建局", "各区人民政府"],
        ),
        ("（市民政局、市残联按职责分工负责）", [], ["市民政局", "市残联"]),
        ("（各级行业主管部门按职责分工负责）", [], ["各级行业主管部门"]),
        ("（市卫健委负责，市国资委按职责分工负责）", ["市卫健委"], ["市国资委"]),
        ("（市财政局负责）", ["市财政局"], []),
        (
            "（牵头单位：市城管局；配合单位：市教育局、市机关事务局）",
            ["市城管局"],
            ["市教育局", "市机关事务局"],
        ),
        (
            "〔责任单位：市经信局、市市场监管局（市知识产权局）〕",
            ["市经信局"],
            ["市市场监管局（市知识产权局）"],
        ),
        (
            "（责任单位：市经信局，各市、县（市、区）人民政府）",
            ["市经信局"],
            ["各市、县（市、区）人民政府"],
        ),
        ("（县政务局牵头，县公安局、县税务局等部门配合）", ["县政务局"], ["县公安局", "县税务局"]),
        (
            "（市政府辦公室、市審批局牽頭，各縣市區政府按職責分工負責）",
            ["市政府辦公室", "市審批局"],
            ["各縣市區政府"],
        ),
    ],
)
def test_printed_duties_are_read_exactly(text, lead, partners):
    assert duty(text) == (lead, partners)


@pytest.mark.parametrize(
    "text",
    ["（含语料库）", "（2025—2027年）", "（一）", "（由他本人负责的那一部分除外）", "（见附件）"],
)
def test_other_brackets_are_no_duties(text):
    assert duties_in(text) == []


def hard(text):
    return [t for t in as_json(read_text(text))["tasks"] if t["kind"] == "hard"]


@pytest.mark.parametrize(
    ("text", "lead", "deadline"),
    [
        ("市商务局要抓紧研究激励办法，10月底前拿出具体措施。", ["市商务局"], "10月底前"),
        ("由市税务局统一招标。", ["市税务局"], ""),
        ("希望市金融工作局持续创造条件，创新工作机制。", ["市金融工作局"], ""),
        ("各县（市、区）要按照要求，抓紧将有关资金拨付到位。", ["各县（市、区）"], ""),
        ("县文旅局6月中旬前举办竹文化节。", ["县文旅局"], "6月中旬前"),
        ("9月15日前，各单位完成自查。", ["各单位"], "9月15日前"),
        ("会议5月下旬召开。市政协要精心筹划，认真组织，全力开好这次会议。", ["市政协"], "5月下旬"),
        ("工业增速较慢的县（市、区）要确保第三季度高于全省平均水平。", ["工业增速较慢的县（市、区）"], "第三季度"),
    ],
)  # fmt: skip
def test_hard_tasks_name_actor_and_deadline(text, lead, deadline):
    (task,) = hard(text)
    assert (task["lead"], task["deadline"]) == (lead, deadline)


@pytest.mark.parametrize(
    "text",
    [
        "希望大家高度重视，认真抓好落实。",
        "我们要进一步提高认识，增强责任感。",
        "要记住改革不光是部门的事情，也是党委的事情。",
        "能不能把想到的问题落实到工作中？",
        "团干部要有价值标准，努力让群众放心。",
        "最近，市政协采取了一系列措施，举办了学习会。",
        "各县（市、区）在编制规划过程中都面临着人才紧缺等难题。",
        "市商务局已完成投资36亿元。",
    ],
)
def test_exhortation_report_and_musing_are_no_hard_tasks(text):
    assert hard(text) == []


def test_partners_stand_apart_from_the_lead():
    (task,) = hard("市发改委会同市财政局、市自然资源和规划局，对32个项目逐个会商，年底前全部开工。")
    assert task["lead"] == ["市发改委"]
    assert task["partners"] == ["市财政局", "市自然资源和规划局"]


def test_a_duty_in_the_next_paragraph_belongs_to_the_one_before():
    text = "一、任务\n1.建设口袋公园。2025年底前建成60个。\n（责任单位：市园林局、市住建局）"
    (task,) = hard(text)
    assert task["text"].startswith("1.建设口袋公园")
    assert (task["lead"], task["deadline"]) == (["市园林局"], "2025年底前")


def test_rows_of_a_table_of_duties_are_tasks():
    text = "序号 工作任务 牵头负责部门\n1 城镇新增就业1000人以上 县人社局\n2 改造农村公路46公里 县交通运输局、县财政局"
    assert [(t["lead"], t["partners"]) for t in hard(text)] == [
        (["县人社局"], []),
        (["县交通运输局"], ["县财政局"]),
    ]


def test_a_block_of_fields_is_a_task():
    text = "1.加强燃气安全建设\n时间安排：7月\n承办部门：市政协社会法制委\n协商部门：市住建局、市应急局"
    tasks = hard(text)
    assert any(t["lead"] == ["市政协社会法制委"] for t in tasks)


def test_a_proposal_to_a_unit_is_a_task_of_that_unit():
    (task,) = hard("建议县自然资源局优先保障用地指标。")
    assert task["lead"] == ["县自然资源局"]


def test_ones_own_undertaking_needs_a_date_to_be_hard():
    (task,) = hard("我局将在10月下旬举办民宿体验周。")
    assert (task["lead"], task["deadline"]) == (["我局"], "10月下旬")
    assert hard("我将立足本职，积极担当作为。") == []


PLAN = """(二)专题议政(2项)
1. 推进适老化改造
时间安排:7月
承办部门:市政协社会法制委
协商部门:市民政局、市住建局、
市财政局
2. 推动绿色低碳发展
时间安排:10月
承办部门:市政协农业和农村委
协商部门:市发改委
"""


def test_fields_under_a_topic_are_one_task_each():
    from shangliang.engines.text.engine import read_text
    from shangliang.engines.text.output import as_json

    found = as_json(read_text(PLAN))["tasks"]
    assert [(t["text"], t["lead"], t["partners"], t["deadline"]) for t in found] == [
        ("推进适老化改造", ["市政协社会法制委"], ["市民政局", "市住建局", "市财政局"], "7月"),
        ("推动绿色低碳发展", ["市政协农业和农村委"], ["市发改委"], "10月"),
    ]
    assert found[0]["lines"] == [2, 6]


def test_a_limit_that_comes_round_every_month_is_a_limit():
    (task,) = as_json(read_text("县统计局每月10日前报送分镇数据。"))["tasks"]
    assert (task["lead"], task["deadline"]) == (["县统计局"], "每月10日前")
