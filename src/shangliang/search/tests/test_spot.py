"""A result and a quoted sentence lead to their place on the page."""

from urllib.parse import unquote

import pytest

from shangliang.engines.search.passages import passage
from shangliang.search.spot import of_passage, of_text

LONG = "。".join(f"第{n}段说的是道路和桥梁，与此无关" for n in range(40))


def clause(address):
    assert address.startswith("#:~:text=")
    return unquote(address.removeprefix("#:~:text="))


@pytest.mark.parametrize(
    ("text", "words", "led_to"),
    [
        ("一楼反对的多，加装电梯难，要先议。", ["电梯"], "加装电梯难"),
        (
            f"{LONG}。加装电梯以后没人管，停了没人修。{LONG}",
            ["电梯"],
            "停了没人修",
        ),  # begins where the passage does
        (f"{LONG}。车-桩比是 1:3，充电桩少。", ["充电桩"], "充电桩少"),
        ("电梯，坏了没有人来修", ["电梯"], "坏了没有人来修"),  # too short itself: the next
    ],
)
def test_a_hit_leads_to_its_clause(text, words, led_to):
    assert clause(of_passage(passage(text, words))) == led_to


def test_a_clause_cut_by_the_passage_is_not_named():
    found = of_passage(
        passage("很长的一句话没有停顿" * 30 + "电梯" + "接着也没有停顿" * 30, ["电梯"])
    )
    assert found == ""


def test_without_a_hit_in_the_text_the_page_opens_at_its_top():
    assert of_passage(passage("一楼反对的多。", ["电梯"])) == ""


def test_a_hyphen_does_not_divide_the_address():
    assert of_text("5-G基站建设") == "#:~:text=5%2DG%E5%9F%BA%E7%AB%99%E5%BB%BA%E8%AE%BE"


def test_a_quoted_sentence_leads_to_its_longest_clause():
    assert (
        clause(of_text("据统计，全市有三百台电梯没有人管，占两成。")) == "全市有三百台电梯没有人管"
    )
