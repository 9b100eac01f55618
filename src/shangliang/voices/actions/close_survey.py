"""企业摸底：截止."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import SURVEY
from ..models import Survey


@verb(SURVEY, "close_survey", Survey)
def close_survey(case: Survey, seat: Seat) -> Done:
    """No answers after this; the links lead to a page that says so."""
    return Done(detail={"count": case.answers.filter(forwarded=False).count()})
