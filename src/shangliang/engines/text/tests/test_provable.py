"""What a text claims: figures and superlatives, not its dates and not the names of courts."""

import pytest

from shangliang.engines.text.provable import provable_in, stated_in


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("停用的电梯从12台降到0台。", ["12台", "0台"]),
        ("2026年11月3日，市政协召开会议。", []),
        ("最近走访了小区，最后形成意见。", []),
        ("建成全省首个议事室，满意率全市第一。", ["首个", "第一"]),
        ("第一条建议由市住建局办。", []),
        ("由最高人民法院解释。", []),
        ("这是办得最好的一件。", ["最好的一件"]),
        ("增长5.1%，增速位居全省前三。", ["5.1%", "位居全省前三"]),
    ],
)
def test_claims_are_found(text, claims):
    assert [c.words for c in provable_in(text)] == claims


def test_a_claim_stands_where_it_says_it_stands():
    text = "先说一句。\n装了 300 台，还剩 12 台。"
    assert all(text[c.start : c.end].strip() == c.words for c in provable_in(text))


def test_a_figure_is_found_again_in_its_evidence_however_it_is_written():
    (claim,) = provable_in("惠及3200人")
    assert stated_in(claim, "签到名单共3,200人")
    assert not stated_in(claim, "签到名单共320人")
    (best,) = provable_in("全市首个议事室")
    assert stated_in(best, "本市首个")
    assert not stated_in(best, "又一个")
