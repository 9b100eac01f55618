"""办事流程一览: who may do what, when; made from the tables under the rulebook in force."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ...rulebooks.queries import NoRulebook, in_force, rules_of
from ...web.access import needs, seat_of
from ..office_calendar import today
from ..telling import all_tables, rows_of


@needs()
def procedures(request: HttpRequest) -> HttpResponse:
    """Every table, every verb, one page."""
    seat = seat_of(request)
    try:
        book = in_force(seat.committee_id, today())
    except NoRulebook:
        book = None
    rules = rules_of(book) if book else None
    tables = [{"table": table, "rows": rows_of(table, rules)} for table in all_tables().values()]
    return render(request, "procedures/help.html", {"tables": tables, "book": book})
