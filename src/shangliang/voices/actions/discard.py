"""弃稿: the author's own draft, before it was sent."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import DIFFICULTY, VOICE
from ..models import Source, Voice


def discard(case: Voice, seat: Seat) -> Done:
    """A discarded draft keeps no names."""
    Source.objects.filter(voice=case).delete()
    case.client_key = ""
    return Done()


discard_difficulty = verb(DIFFICULTY, "discard", Voice)(discard)
discard_voice = verb(VOICE, "discard", Voice)(discard)
