"""签发 and 退回再编: the leader's yes or words."""

from django.utils import timezone

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import VOICE
from ..models import Voice
from ..people import editors


@verb(VOICE, "sign_off", Voice)
def sign_off(case: Voice, seat: Seat) -> Done:
    """From here the item may stand in an issue."""
    case.signer_id, case.signed_at = seat.person_id, timezone.now()
    tell_editor(case, seat, "sign_off", "已签发，可以编入一期")
    return Done()


def tell_editor(case: Voice, seat: Seat, verb_name: str, words: str) -> None:
    post(
        committee_id=case.committee_id,
        to=[case.editor_id] if case.editor_id else editors(case.committee_id),
        kind=f"voice.{verb_name}",
        text=f"{words}：{case.shown_title}",
        case=case,
        url=f"/voices/desk/?case={case.pk}",
        needs_act=True,
        but=seat.person_id,
    )
