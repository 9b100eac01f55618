"""A list is a URL: filters survive, a new filter begins at page one."""

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from shangliang.web.tagkit import lists


def context(query: str) -> Context:
    return Context({"request": RequestFactory().get(f"/list/?{query}")})


@pytest.mark.parametrize(
    "query, changes, expected",
    [
        ("state=open&page=3", {"unit": "7"}, "?state=open&unit=7"),
        ("state=open&page=3", {"page": 4}, "?state=open&page=4"),
        ("state=open&unit=7", {"state": None}, "?unit=7"),
        ("tag=a&tag=b", {"unit": "7"}, "?tag=a&tag=b&unit=7"),
        ("", {"tag": ["a", "b"]}, "?tag=a&tag=b"),
    ],
)
def test_changing_one_parameter_keeps_the_others(query, changes, expected):
    assert lists.qs(context(query), **changes) == expected


def test_a_parameter_cannot_break_out_of_the_link():
    html = Template('<a href="{% qs q=word %}">x</a>').render(
        Context({"request": RequestFactory().get("/"), "word": '"><script>'})
    )
    assert "<script>" not in html


@pytest.mark.parametrize(
    "sort, state, following",
    [
        ("due", "ascending", "-due"),
        ("-due", "descending", "due"),
        ("unit", "", "due"),
        (None, "", "due"),
    ],
)
def test_a_column_head_says_its_order_and_turns_it_round(sort, state, following):
    assert lists.sort_state("due", sort) == state
    assert lists.sort_next("due", sort) == following


@pytest.mark.parametrize(
    "here, shown",
    [(1, [1, 2, 3, 0, 22]), (6, [1, 0, 4, 5, 6, 7, 8, 0, 22]), (22, [1, 0, 20, 21, 22])],
)
def test_the_pager_shows_the_ends_and_the_neighbours(here, shown):
    assert lists.page_window(Paginator(range(148), 7).page(here)) == shown


def test_the_stroke_pad_leaves_empty_keys_dead_and_marks_the_chosen_one():
    html = lists.stroke_pad(context("strokes=4&unit=7"), {2: 3, 4: 61})
    assert 'href="?strokes=2&amp;unit=7"' in html
    assert '<span aria-hidden="true">3</span>' in html
    assert 'aria-current="true">4' in html
    assert 'href="?unit=7">全部' in html


def test_the_stroke_pad_of_nobody_is_empty():
    assert "<a" not in lists.stroke_pad(context(""), {})
