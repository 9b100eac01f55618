"""收回: the author's own way back, before anybody looked."""

from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import DIFFICULTY, VOICE
from ..models import Voice


def take_back(case: Voice, seat: Seat) -> Done:
    """The serial stays with the note."""
    clocks.drop(case)
    return Done(detail={"serial": case.serial})


take_back_difficulty = verb(DIFFICULTY, "take_back", Voice)(take_back)
take_back_voice = verb(VOICE, "take_back", Voice)(take_back)
