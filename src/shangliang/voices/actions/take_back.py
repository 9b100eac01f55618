"""收回 and 弃稿: the author's own ways back, before anybody looked."""

from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import DIFFICULTY, VOICE
from ..models import Source, Voice


def take_back(case: Voice, seat: Seat) -> Done:
    """The serial stays with the note."""
    clocks.drop(case)
    return Done(detail={"serial": case.serial})


def discard(case: Voice, seat: Seat) -> Done:
    """A discarded draft keeps no names."""
    Source.objects.filter(voice=case).delete()
    case.client_key = ""
    return Done()


take_back_difficulty = verb(DIFFICULTY, "take_back", Voice)(take_back)
take_back_voice = verb(VOICE, "take_back", Voice)(take_back)
discard_difficulty = verb(DIFFICULTY, "discard", Voice)(discard)
discard_voice = verb(VOICE, "discard", Voice)(discard)
