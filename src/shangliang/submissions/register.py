"""The register's filter for those without a page: the export and the API narrow as the list does."""

from django.db.models import QuerySet
from django.http import QueryDict

from ..actors.models import Session
from ..procedures.seat import Seat
from .desk.register import SORTS, RegisterForm, narrowed, rules_for, sees_ratings
from .desk.units import units_of
from .models import Submission

__all__ = ["filtered", "sees_ratings"]


def filtered(seat: Seat, query: QueryDict) -> QuerySet[Submission]:
    """The rows of ``/proposals/?<query>`` in its order. Four questions before the rows."""
    sessions = Session.objects.filter(committee_id=seat.committee_id).select_related("term")
    form = RegisterForm(
        query,
        seat=seat,
        sessions=list(sessions),
        rules=rules_for(seat),
        units=units_of(seat.committee_id),
    )
    return narrowed(form, seat).order_by(*SORTS.get(query.get("sort", ""), SORTS[""]))
