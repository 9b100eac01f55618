"""Every verb, condition and role is told: on the help page, in the diagram, in words of the office."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from shangliang.procedures.drawing import draw
from shangliang.procedures.seat import LABELS, Role
from shangliang.procedures.telling import OWN_CLOCKS, SENTENCES, all_tables, rows_of, sentence
from shangliang.rulebooks import presets
from shangliang.rulebooks.body import STEPS, ProposalRules
from shangliang.rulebooks.words import CLOCK_WORDS

TABLES = list(all_tables().values())
MOVES = [(table, move) for table in TABLES for move in table]
IDS = [f"{table.name}.{move.verb}" for table, move in MOVES]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def national() -> ProposalRules:
    return ProposalRules.model_validate(presets.load("national")[1])


def test_the_four_tables_are_known():
    assert [table.name for table in TABLES][:4] == ["proposal", "assignment", "reply", "task"]


@pytest.mark.parametrize("table, move", MOVES, ids=IDS)
def test_who_and_when_of_every_verb_have_a_chinese_sentence(table, move):
    for predicate in (move.who, *move.when):
        assert predicate in SENTENCES, (
            f"{predicate.__module__}.{predicate.__name__} needs a sentence in flow/sentences.py"
        )
        assert CHINESE.search(sentence(predicate))


@pytest.mark.parametrize("table, move", MOVES, ids=IDS)
def test_the_words_of_every_verb_are_there(table, move):
    assert CHINESE.search(move.label)
    assert CHINESE.search(move.says)
    assert move.phase in {"察", "议", "建", "交办", "办", "效", "传"}
    assert not move.step or move.step in STEPS
    for kind in (*move.starts, *move.stops):
        known = kind in CLOCK_WORDS or any(key.startswith(f"{kind}_") for key in CLOCK_WORDS)
        assert known or kind in OWN_CLOCKS, f"clock {kind} has no name"


def test_every_role_has_its_word():
    assert set(LABELS) == set(Role)


@pytest.mark.django_db
def test_the_help_page_shows_every_verb_condition_and_limit(city, client: Client):
    client.force_login(city.account("member"))
    page = client.get(reverse("procedures")).content.decode()
    for table, move in MOVES:
        assert f'id="{table.name}-{move.verb}"' in page
        for predicate in (move.who, *move.when):
            assert sentence(predicate) in page
    assert "大会提案答复（3个月）" in page or "（10个工作日）" in page


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_the_drawing_holds_every_verb_in_the_order_of_the_table(table):
    drawing = draw(table, national().steps)
    assert [row.verb for row in drawing.rows] == [move.verb for move in table]
    assert [column.key for column in drawing.columns] == list(table.states)
    at = {column.key: column.x for column in drawing.columns}
    for row, told, move in zip(drawing.rows, rows_of(table, national()), table, strict=True):
        assert set(row.dots) == {at[state] for state in move.source}
        ends = {arrow.x2 for arrow in row.arrows}
        if move.target is not None:
            assert ends <= {at[state] for state in move.lands()}
            assert ends, f"{move.verb} leads nowhere"
        else:
            assert not ends
        assert all(0 < x < drawing.width for x in (*row.dots, *ends))
        assert row.y < drawing.height
        assert row.off == told.off


def test_steps_switched_off_are_dimmed_and_only_those():
    steps = dict.fromkeys(STEPS, True)
    for table in TABLES:
        assert not any(row.off for row in draw(table, steps).rows)
    for step in STEPS:
        off = {
            row.verb
            for table in TABLES
            for row in draw(table, steps | {step: False}).rows
            if row.off
        }
        assert off == {move.verb for _, move in MOVES if move.step == step}


@pytest.mark.django_db
@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_the_diagram_page_has_a_picture_and_the_same_as_a_table(city, client: Client, table):
    client.force_login(city.account("clerk"))
    page = client.get(reverse("rulebook-diagram", args=[city.rulebook.pk, table.name]))
    text = page.content.decode()
    assert "<svg" in text
    assert 'role="img"' in text
    for move in table:
        assert f'id="{table.name}-{move.verb}"' in text
    assert "style=" not in text


@pytest.mark.django_db
def test_a_step_that_is_off_is_said_in_words_too(city, client: Client):
    city.rulebook.body["steps"]["second_review"] = False
    city.rulebook.save()
    client.force_login(city.account("clerk"))
    text = client.get(reverse("rulebook-diagram", args=[city.rulebook.pk, "proposal"])).content
    assert "转复审（未启用）" in text.decode()
    assert "本版规程未启用" in text.decode()


@pytest.mark.django_db
def test_an_unknown_table_is_not_found(city, client: Client):
    client.force_login(city.account("clerk"))
    url = reverse("rulebook-diagram", args=[city.rulebook.pk, "nothing"])
    assert client.get(url).status_code == 404


def test_no_two_procedures_bear_one_name():
    """The help page lists them by name, and a screen reader has nothing else to tell them apart."""
    labels = [table.label for table in all_tables().values()]
    assert len(labels) == len(set(labels))
