"""Facts, judgements and asks of a draft, and its slogans."""

from shangliang.engines.text.plainness import plainness

SLOGANS = "要进一步提高认识，高度重视，切实加强领导，统筹推进，形成合力，不断开创新局面。" * 8
PLAIN = (
    "据市统计局公布，去年全市新增电动自行车充电口只有320个。我们走访了六个小区，有四个没有充电棚。"
    "物业说没有场地。充电口每百户不到2个。"
)


def test_three_hundred_characters_of_slogans_have_no_fact_and_no_ask():
    found = plainness(SLOGANS)
    assert (len(found.facts), len(found.asks)) == (0, 0)
    assert found.dense
    assert found.length >= 300


def test_a_figure_without_its_source_is_named_and_one_with_it_is_not():
    found = plainness(PLAIN)
    assert found.unsourced == ("充电口每百户不到2个。",)
    assert (len(found.facts), found.judgements) == (3, 1)
    assert not found.dense


def test_an_ask_stands_on_a_fact_or_is_called_a_judgement():
    found = plainness(PLAIN, ["在没有充电棚的小区年内各建一处充电棚", "多开文艺晚会"])
    assert "六个小区" in found.asks[0].fact
    assert found.asks[1].fact == ""


def test_an_empty_draft_has_nothing():
    found = plainness("", [])
    assert (found.length, found.facts, found.asks) == (0, (), ())


def test_evidence_is_listed_with_where_it_is_from():
    found = plainness(PLAIN)
    assert [e.source for e in found.evidence] == ["据市统计局公布", "我们走访了六个小区", ""]


def test_an_ask_may_name_its_own_ground():
    found = plainness(
        "路灯不亮。", ["增设路灯三十盏（依据：派出所夜间警情台账2026年上半年42起）", "修好喷泉"]
    )
    assert found.asks[0].own
    assert found.asks[0].fact == "派出所夜间警情台账2026年上半年42起"
    assert not found.asks[1].fact


def test_words_that_judge_people_are_named_once_and_plain_blame_of_a_matter_is_not():
    assert plainness("有关部门敷衍塞责，形同虚设，简直敷衍塞责！！").heated == (
        "敷衍塞责",
        "形同虚设",
        "！！",
    )
    assert plainness("窗口排队两小时，群众意见很大。").heated == ()
