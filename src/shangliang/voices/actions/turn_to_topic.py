"""来声：转议题."""

from ...journal.kinds import type_of
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...topics.actions.nominate import nominate
from ..flow import VOICE
from ..models import Voice
from ..tell import tell_authors

# Which of a topic's three sources (S-017) a kind of voice is.
TOPIC_SOURCE = {"report": "people", "research": "people", "matter": "people", "difficulty": "firms"}


@verb(VOICE, "turn_to_topic", Voice)
def turn_to_topic(case: Voice, seat: Seat, *, title: str = "") -> Done:
    """Nominated as a topic for consultation, naming this note as where it comes from."""
    topic = nominate(
        seat,
        title=(title.strip() or case.edited_title or case.title)[:80],
        source=TOPIC_SOURCE[case.kind],
        text=(case.edited_text or case.text)[:2000],
        about_type=type_of(case),
        about_id=case.pk,
    )
    case.turned_type, case.turned_id = type_of(topic), topic.pk
    tell_authors(case, seat, "turn_to_topic", "已提名为协商议题。")
    return Done(detail={"topic": topic.pk})
