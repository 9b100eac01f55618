"""提案总表: one query for the rows, two for names, however many rows."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from ...actors.models import Session
from ...procedures.seat import Seat
from ...rulebooks.models import Rulebook
from ...rulebooks.queries import rules_of
from ...submissions.flow import PROPOSAL
from ...submissions.models import Rating, Submission
from ...submissions.register import filtered, sees_ratings
from ..exporting import Column, Exporter, register

COLUMNS = (
    Column("届次", 10),
    Column("流水号", 8),
    Column("案号", 8),
    Column("案由", 48),
    Column("提案人", 16),
    Column("性质", 8),
    Column("时段", 8),
    Column("类别", 12),
    Column("状态", 14),
    Column("主办单位", 24),
    Column("建议条数", 8),
    Column("提交时间", 16),
    Column("立案时间", 16),
    Column("交办时间", 16),
    Column("答复时间", 16),
    Column("办理类别", 8),
    Column("轮次", 6),
    Column("重点", 6),
    Column("优秀", 6),
    Column("同意公开", 8),
    Column("评价", 10),
)
FIELDS = (
    "session_id",
    "serial",
    "number",
    "title",
    "proposer_names",
    "nature",
    "window",
    "class_code",
    "rulebook_id",
    "state",
    "lead_names",
    "asks_count",
    "submitted_at",
    "filed_at",
    "assigned_at",
    "replied_at",
    "grade",
    "round",
    "key",
    "excellent",
    "consent_public",
    "satisfaction",
)
NATURE, WINDOW = dict(Submission.Nature.choices), dict(Submission.Window.choices)
SCORE = dict(Rating.Score.choices)


def lines(seat: Seat, found: QuerySet[Submission]) -> Iterator[Sequence[Any]]:
    """Streamed by the database's own cursor. The ratings' column is the office's."""
    committee = seat.committee_id
    sessions = {
        s.pk: str(s) for s in Session.objects.filter(committee_id=committee).select_related("term")
    }
    classes: dict[tuple[int, str], str] = {}
    for book in Rulebook.objects.filter(committee_id=committee):
        classes |= {(book.pk, c.code): c.name for c in rules_of(book).classes}
    shown = sees_ratings(seat)
    for row in found.values_list(*FIELDS).iterator(chunk_size=2000):
        (session, serial, number, title, names, nature, window, code, book_id, state, lead) = row[
            :11
        ]
        yield (
            sessions.get(session, ""),
            serial,
            number,
            title,
            names,
            NATURE.get(nature, nature),
            WINDOW.get(window, ""),
            classes.get((book_id, code), code),
            PROPOSAL.states[state],
            lead,
            *row[11:21],
            SCORE.get(row[21], "") if shown else "",
        )


def rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """The rows of the register under the filter of its URL."""
    return lines(seat, filtered(seat, request.GET))


register(Exporter("proposals", "提案总表", COLUMNS, rows))
