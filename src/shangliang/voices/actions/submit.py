"""提交: the note gets its serial, the editor is told, the author gets a receipt number."""

from django.utils import timezone

from ...notices.post import post
from ...procedures.numbering import allot
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import DIFFICULTY, VOICE
from ..models import Voice
from ..people import editors, firm_office
from ..texts import points_at_somebody, title_from


def take_in(case: Voice) -> None:
    """What every way in has in common: title, serial of the year, the flag for named persons."""
    case.title = case.title or title_from(case.text)
    case.submitted_at = timezone.now()
    if case.serial is None:
        case.year = today().year
        case.serial = allot(case.committee_id, f"voice:{case.year}")
    if case.anonymous:
        case.names_person = points_at_somebody(
            case.committee_id, case.title, case.text, case.analysis, case.suggestion
        )


def tell_office(case: Voice, seat: Seat) -> None:
    """One notice for those who look first; a named person's text is not in it."""
    difficulty = case.kind == Voice.Kind.DIFFICULTY
    to = firm_office(case.committee_id) if difficulty else editors(case.committee_id)
    post(
        committee_id=case.committee_id,
        to=to,
        kind=f"{case.flow}.submit",
        text=f"新来{case.get_kind_display()}：{case.shown_title}",
        case=case,
        url=f"/voices/desk/?case={case.pk}" if not difficulty else case.get_absolute_url(),
        needs_act=True,
        but=seat.person_id,
    )


def submit(case: Voice, seat: Seat) -> Done:
    take_in(case)
    tell_office(case, seat)
    return Done(detail={"serial": case.serial, "kind": case.kind})


submit_difficulty = verb(DIFFICULTY, "submit", Voice)(submit)
submit_voice = verb(VOICE, "submit", Voice)(submit)
