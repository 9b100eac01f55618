"""The leader's page, the notice of the month and its papers."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from docx import Document as Word
from openpyxl import load_workbook

from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.tasks.actions.explain_figure import explain_figure
from shangliang.tasks.actions.issue_circular import issue_circular
from shangliang.tasks.circular import Line, figures, first_of, notice_of, ranked
from shangliang.tasks.models import Explanation, Task

from .orders import make, words


def test_the_leaders_page_says_what_burns_and_who_must_act(city, client):
    make(city, "早已逾期的事", days=-30, state="doing", delay_code="money")
    client.force_login(city.account("leader"))
    page = words(client.get(reverse("board-leader")))
    for part in ("早已逾期的事", "市住建局办", "资金没有到位", "要过问"):
        assert part in page


def rated(name, due, kept):
    ids = list(range(due))
    line = Line(hash(name) % 1000, name)
    line.parts["due"], line.parts["kept"] = ids, ids[:kept]
    return line


def test_ties_share_a_rank_and_nothing_due_has_none():
    lines = ranked([rated("甲", 2, 1), rated("乙", 4, 4), rated("丙", 4, 2), rated("丁", 0, 0), rated("戊", 3, 1)])  # fmt: skip
    assert [(x.name, x.rank) for x in lines] == [("乙", 1), ("丙", 2), ("甲", 2), ("戊", 4), ("丁", None)]  # fmt: skip


def test_figures_are_counted_at_the_end_of_the_month(city):
    month = first_of(first_of(today()) - timedelta(days=1))
    begun = month - timedelta(days=60)
    inside = month + timedelta(days=9)
    make(city, "按期", state="verified", started_on=begun, due_on=inside, done_on=month, verified_on=inside)  # fmt: skip
    make(city, "逾期", state="doing", started_on=begun, due_on=inside)
    make(city, "本月才逾期", state="doing", started_on=begun, due_on=today())
    make(city, "后来取消", state="dropped", started_on=begun, due_on=inside, dropped_on=month)
    [line] = figures(city.committee.pk, month)
    counts = {key: line.n(key) for key in line.parts}
    assert counts == {"open": 2, "closed": 1, "due": 2, "kept": 1, "late": 1}
    assert str(line.rate) == "50.0"


def test_an_issued_notice_stays_and_a_unit_explains_beside_its_figure(city, client):
    month = first_of(today())
    task = make(city, "逾期的事", days=-3, state="doing", started_on=month - timedelta(days=40))
    issue_circular(city.seat("supervisor"), month=month)
    with pytest.raises(Refused, match="已经印发"):
        issue_circular(city.seat("supervisor"), month=month)
    Task.objects.filter(pk=task.pk).update(due_on=today() + timedelta(days=90))
    assert notice_of(city.committee.pk, month).totals["late"] == 1
    client.force_login(city.account("staff_housing"))
    form = {"unit": city.units["housing"].pk, "text": "设计变更，本月复工。"}
    page = words(client.post(f"{reverse('circular')}?month={month:%Y-%m}", form, follow=True))
    assert "设计变更，本月复工。" in page
    explain_figure(city.seat("staff_housing"), month=month, unit=city.units["housing"].pk, text="已复工。")  # fmt: skip
    assert Explanation.objects.count() == 2
    with pytest.raises(Refused, match="只有本单位"):
        explain_figure(city.seat("staff_finance"), month=month, unit=city.units["housing"].pk, text="x")  # fmt: skip
    with pytest.raises(Refused, match="只有"):
        issue_circular(city.seat("staff_housing"), month=month)


def test_issuing_is_asked_before_it_fixes_a_month_that_still_runs(city, client):
    make(city, "逾期的事", days=-3, state="doing", started_on=today() - timedelta(days=40))
    client.force_login(city.account("supervisor"))
    month = first_of(today())
    page = words(client.get(reverse("circular")))
    assert "数字从此不再变" in page
    assert "还没有过完" in page
    before = f"{month - timedelta(days=1):%Y-%m}"
    assert "还没有过完" not in words(client.get(reverse("circular"), {"month": before}))
    client.post(f"{reverse('circular')}?month={month:%Y-%m}", {"issue": "1"})
    assert notice_of(city.committee.pk, month).issued


def test_each_figure_opens_its_parts_and_the_papers_say_the_same(city, client):
    month = first_of(today())
    make(city, "逾期的事", days=-3, state="doing", started_on=month - timedelta(days=40))
    client.force_login(city.account("supervisor"))
    page = words(client.get(reverse("circular")))
    link = f"{reverse('circular-parts')}?month={month:%Y-%m}&amp;unit={city.units['housing'].pk}&amp;key=late"
    assert link in page
    assert "逾期的事" in words(client.get(link.replace("&amp;", "&")))
    assert client.get(reverse("circular-parts"), {"key": "x"}).status_code == 404
    paper = client.get(reverse("circular-paper", args=["docx"]))
    text = "".join(p.text for p in Word(io.BytesIO(paper.content)).paragraphs)
    assert "逾期未结1项" in text
    book = client.get(reverse("export", args=["circular", "xlsx"]))
    rows = list(load_workbook(io.BytesIO(b"".join(book.streaming_content))).active.values)
    assert rows[1][2] == "单位"
    assert rows[2][2] == "市住建局"


def test_the_export_is_the_board_under_the_same_filter(city, client):
    make(city, "住建的事", days=-3, state="doing")
    make(city, "财政的事", "finance", days=90, percent=99, state="doing")
    client.force_login(city.account("supervisor"))
    book = client.get(f"{reverse('export', args=['board', 'xlsx'])}?group=late")
    rows = list(load_workbook(io.BytesIO(b"".join(book.streaming_content))).active.values)
    assert [r[0] for r in rows[2:]] == ["住建的事"]
