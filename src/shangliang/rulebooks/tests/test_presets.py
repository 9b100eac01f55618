"""Every preset stands, and each says what makes its place different."""

import tomllib
from importlib.resources import files

import pytest

from shangliang.rulebooks import presets
from shangliang.rulebooks.body import ProposalRules
from shangliang.rulebooks.diff import diff
from shangliang.rulebooks.troubles import check
from shangliang.rulebooks.words import read


def rules(name: str) -> ProposalRules:
    return ProposalRules.model_validate(presets.load(name)[1])


def test_at_least_six_presets_are_shipped_and_the_common_one_comes_first():
    assert len(presets.names()) >= 6
    assert presets.names()[0] == "national"


@pytest.mark.parametrize("name", presets.names())
def test_a_preset_validates_and_reads_in_plain_words(name):
    found, troubles = check(presets.load(name)[1])
    assert troubles == []
    assert found is not None
    for section in read(found):
        for line in section.lines:
            assert line.label
            assert line.value


@pytest.mark.parametrize("name", [n for n in presets.names() if n != "national"])
def test_a_preset_names_its_source_and_differs_from_the_common_practice(name):
    text = (files(presets) / f"{name}.toml").read_text(encoding="utf-8")
    assert text.startswith("#")
    assert "base" in tomllib.loads(text)
    assert diff(rules("national"), rules(name))


# place, what, value: the numbers for which the preset exists
DISTINGUISHING = [
    ("national", lambda r: r.clocks["reply_plenary"].span, "3m"),
    ("national", lambda r: r.clocks["return"].span, "10wd"),
    ("national", lambda r: len(r.grades), 3),
    ("national", lambda r: len(r.reasons), 12),
    ("sichuan_2024", lambda r: r.clocks["reply_plenary"].span, "5m"),
    ("sichuan_2024", lambda r: r.clocks["reply_ordinary"].span, "3m"),
    ("sichuan_2024", lambda r: r.clocks["rehandle"].span, "3m"),
    ("sichuan_2024", lambda r: r.rating.rounds, 2),
    ("shanghai", lambda r: r.clocks["reply_plenary"].span, "2m"),
    ("shanghai", lambda r: r.clocks["reply_ordinary"].span, "2m"),
    ("shanghai", lambda r: r.extension_limit, "3m"),
    ("shanghai_hongkou", lambda r: r.clocks["reply_plenary"].span, "2m"),
    ("shanghai_hongkou", lambda r: [g.means for g in r.grades], ["solved", "promised", "reference"]),
    ("shanghai_hongkou", lambda r: len(r.classes), 4),
    ("guangzhou", lambda r: len(r.classes), 4),
    ("guangzhou", lambda r: r.steps["head_signs"], True),
    ("county", lambda r: r.clocks["return"].span, "5wd"),
    ("county", lambda r: r.steps["second_review"], False),
    ("county", lambda r: r.steps["reply_check"], False),
    ("county", lambda r: r.contacts_before_reply, 3),
    ("county", lambda r: r.award.key_count, 5),
    ("shanwei_chengqu", lambda r: r.clocks["reply_plenary"].span, "4m"),
    ("shanwei_chengqu", lambda r: r.clocks["return"].span, "10d"),
    ("city_fixed_dates", lambda r: r.clocks["reply_plenary"].span, "@06-30"),
    ("city_fixed_dates", lambda r: r.clocks["reply_collective"].span, "@05-10"),
    ("city_fixed_dates", lambda r: [g.means for g in r.grades][-1], "reference"),
    ("four_grades", lambda r: [g.means for g in r.grades], ["solved", "promised", "promised", "explained"]),
    ("four_grades", lambda r: r.clocks["return"].span, "3wd"),
]  # fmt: skip


@pytest.mark.parametrize("name, what, value", DISTINGUISHING)
def test_a_preset_says_what_its_place_says(name, what, value):
    assert what(rules(name)) == value
