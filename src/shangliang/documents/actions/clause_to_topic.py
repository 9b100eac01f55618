"""条目转为议题."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...topics.actions.nominate import nominate
from ..clause_rows import clause_of
from ..flow.intake import DESK


@act("clause.topic", "条目转为议题", *DESK)
def clause_to_topic(seat: Seat, pk: int) -> Done:
    """A clause nobody took becomes a topic, with the clause as its source."""
    clause = clause_of(seat, pk)
    topic = nominate(
        seat,
        title=clause.text[:200],
        source="party",
        text=f"出处：《{clause.intake.title}》{clause.address}。",
        about_type="clause",
        about_id=clause.pk,
    )
    return Done(case=clause.intake, about=clause, detail={"topic": topic.pk}, result=topic)
