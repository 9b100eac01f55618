"""Exports: nothing runs as a formula, nothing leaks, and rows cost nothing but themselves."""

import csv
import html
import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from shangliang.demo.small import SmallCity, build_small_city
from shangliang.records.exporting import EXPORTERS, Column, csv_lines, write_xlsx
from shangliang.submissions.actions.rate import rate
from shangliang.submissions.models import Submission
from shangliang.submissions.register import filtered


def sheet(client: Client, url: str) -> list[tuple]:
    answer = client.get(url)
    assert answer.status_code == 200, answer.content[:400]
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    return list(book.active.iter_rows(values_only=True))


def as_(city: SmallCity, who: str) -> Client:
    client = Client()
    client.force_login(city.account(who))
    return client


@pytest.mark.parametrize("bad", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_that_a_spreadsheet_would_run_is_text(bad: str) -> None:
    out = io.BytesIO()
    write_xlsx(out, "表", [Column("甲")], [[bad]], "说明")
    cell = load_workbook(out).active["A3"]
    assert cell.data_type == "s"
    assert cell.value.startswith("'")
    text = b"".join(csv_lines([Column("甲")], [[bad]])).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline="")))[1] == ["'" + bad]


def test_a_title_that_begins_with_an_equals_sign_reaches_the_sheet_as_text(city: SmallCity) -> None:
    case = city.submitted(title="=HYPERLINK(1)")
    rows = sheet(as_(city, "clerk"), "/exports/proposals.xlsx")
    assert [r[3] for r in rows[2:]] == ["'=HYPERLINK(1)"]
    assert case.title == "=HYPERLINK(1)"


def test_the_export_is_the_list_under_the_same_filter(city: SmallCity) -> None:
    city.submitted()
    filed = city.filed()
    rows = sheet(as_(city, "clerk"), "/exports/proposals.xlsx?state=filed")
    assert len(rows) == 3
    assert rows[2][2] == filed.number
    seat = city.seat("clerk")
    assert filtered(seat, QueryDict("state=filed")).count() == 1


def test_a_draft_is_in_nobodys_export_but_also_not_its_writers(city: SmallCity) -> None:
    city.draft(title="关于还没有写完的一件提案")
    for who in ("clerk", "member", "leader", "supervisor", "staff_housing"):
        assert len(sheet(as_(city, who), "/exports/proposals.xlsx")) == 2


def test_a_unit_never_gets_a_rating_not_in_a_column_and_not_by_filtering(city: SmallCity) -> None:
    case = city.replied()
    rate(city.seat("member"), case.pk, attitude="satisfied", result="not", text="没有办。")
    unit, clerk = as_(city, "staff_housing"), as_(city, "clerk")
    assert "不满意" in str(sheet(clerk, "/exports/proposals.xlsx"))
    rows = sheet(unit, "/exports/proposals.xlsx")
    assert len(rows) == 3
    assert "满意" not in str(rows[2:])
    same = [
        len(sheet(unit, f"/exports/proposals.xlsx?satisfaction={score}"))
        for score in ("satisfied", "basically", "not")
    ]
    assert same == [3, 3, 3]
    for kind in ("assignments", "commitments"):
        assert "满意" not in str(sheet(unit, f"/exports/{kind}.xlsx"))
    for kind in ("unit-quality", "year-statistics", "parts"):
        assert unit.get(f"/exports/{kind}.xlsx?key=final_not").status_code == 403


ALLOWED = {
    "proposals": {"clerk", "second", "supervisor", "leader", "member", "staff_housing", "admin"},
    "assignments": {"clerk", "second", "supervisor", "leader", "member", "staff_housing", "admin"},
    "commitments": {"clerk", "second", "supervisor", "leader", "member", "staff_housing", "admin"},
    "members": {"clerk", "second"},
    "units": {"clerk", "second", "supervisor", "leader", "admin"},
    "year-statistics": {"clerk", "second", "supervisor", "leader", "member"},
    "unit-quality": {"clerk", "second", "supervisor", "leader"},
}


@pytest.mark.parametrize("kind", ALLOWED)
def test_each_export_opens_to_its_roles_and_to_nobody_else(city: SmallCity, kind: str) -> None:
    for who in ("clerk", "second", "supervisor", "leader", "member", "staff_housing", "admin"):
        status = as_(city, who).get(f"/exports/{kind}.xlsx").status_code
        assert status == (200 if who in ALLOWED[kind] else 403), who
    assert Client().get(f"/exports/{kind}.xlsx").status_code == 302


def test_another_committees_rows_are_in_no_export(city: SmallCity) -> None:
    other = build_small_city("邻州市", "o_")
    other.replied()
    client = as_(city, "clerk")
    for kind in ("proposals", "assignments", "commitments"):
        assert len(sheet(client, f"/exports/{kind}.xlsx")) == 2, kind
    for kind in ("members", "units"):
        assert len(sheet(client, f"/exports/{kind}.xlsx")) == 2 + 5, kind
        assert "邻州市" not in str(sheet(client, f"/exports/{kind}.xlsx")), kind


@pytest.mark.parametrize("kind", sorted(EXPORTERS))
def test_an_export_asks_the_same_number_of_questions_for_10_rows_and_for_200(
    city: SmallCity, kind: str
) -> None:
    pattern = city.replied()
    request = RequestFactory().get("/", {"key": "filed", "activity": str(an_activity(city))})
    seat = city.seat("clerk")

    def asked() -> int:
        from django.core.cache import cache

        cache.clear()
        with CaptureQueriesContext(connection) as seen:
            list(EXPORTERS[kind].rows(seat, request))
        return len(seen)

    multiply(pattern, 9)
    few = asked()
    multiply(pattern, 190)
    assert asked() == few <= 12


def an_activity(city: SmallCity) -> int:
    """One activity for the sheet that is of one activity."""
    from shangliang.activities.actions.plan import plan_activity

    begins = timezone.now() + timedelta(days=9)
    return plan_activity(
        city.seat("clerk"),
        kind="meeting",
        title="秘书长会议",
        starts_at=begins,
        ends_at=begins + timedelta(hours=2),
    ).pk


def multiply(pattern: Submission, times: int) -> None:
    """Rows like the pattern, with an assignment and a promise each."""
    from shangliang.submissions.models import Assignment
    from shangliang.tasks.models import Task

    first = Submission.objects.filter(session=pattern.session_id).count() + 1000
    unit = pattern.assignments.get().unit_id
    cases = [
        Submission(
            committee_id=pattern.committee_id,
            session_id=pattern.session_id,
            rulebook_id=pattern.rulebook_id,
            author_id=pattern.author_id,
            title=f"第 {n} 件",
            state="handling",
            number=first + n,
            submitted_at=pattern.submitted_at,
            filed_at=pattern.filed_at,
            assigned_at=pattern.assigned_at,
        )
        for n in range(times)
    ]
    for case in Submission.objects.bulk_create(cases):
        Assignment.objects.create(
            committee_id=case.committee_id,
            submission=case,
            unit_id=unit,
            role="sole",
            assigned_at=pattern.assigned_at,
        )
        Task.objects.create(
            committee_id=case.committee_id,
            title="承诺",
            owner_id=unit,
            case_type="submission",
            case_id=case.pk,
            started_on=date(2026, 1, 1),
        )


def test_an_unknown_export_is_not_there(city: SmallCity) -> None:
    assert as_(city, "clerk").get("/exports/secrets.xlsx").status_code == 404


@pytest.mark.parametrize(
    ("who", "page", "file"),
    [
        ("clerk", "/proposals/?q=电梯", "/exports/proposals.xlsx?q="),
        ("member", "/proposals/", "/exports/proposals.xlsx"),
        ("supervisor", "/supervise/", "/exports/assignments.xlsx"),
        ("supervisor", "/commitments/", "/exports/commitments.xlsx"),
        ("clerk", "/members/", "/exports/members.xlsx"),
        ("clerk", "/units/", "/exports/units.xlsx"),
    ],
)
def test_each_table_leads_to_its_export(city: SmallCity, who: str, page: str, file: str) -> None:
    city.accepted()
    client = Client()
    client.force_login(city.account(who))
    text = html.unescape(client.get(page).content.decode())
    assert f'href="{file}' in text
    link = text.split(f'href="{file}')[1].split('"')[0]
    assert client.get(file + link).status_code == 200
