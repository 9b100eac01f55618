"""Hints before a talk is sent: heated and sweeping words, claims without a fact."""

from shangliang.engines.text.temper import temper

PLAIN = "我们走访了六个小区，四个没有充电棚，物业说没有场地，建议先用闲置车棚改造，请街道牵头商量。"


def test_a_plain_talk_with_facts_has_no_hint():
    assert not temper(PLAIN)
    assert not temper("")


def test_heated_and_sweeping_words_are_named_once_as_they_stand():
    found = temper("太不像话了，物业从来不管，真是太不像话。去年报修十二次。")
    assert found.heated == ("太不像话",)
    assert found.sweeping == ("从来不",)
    assert not found.bare


def test_a_long_claim_without_figure_day_or_source_is_asked_for_one():
    assert temper(
        "小区里的电动车停得到处都是，大家进出很不方便，希望有关方面能够尽快想出办法来解决这件事。"
    ).bare
    assert not temper("请早点修路灯。").bare
