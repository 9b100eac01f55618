"""A year of consulting: topics of three sources, the plan, consultations in every state, rooms, joint work.

All matters, answers and figures are invented. What lies in the past was done by the same verbs; its days
are then set back, so that lamps and timelines show a year and not one afternoon.
"""

from ..bodies import Body
from .topics_after import beside
from .topics_desk import Desk
from .topics_pool import counterparts, plan_of, topics_of
from .topics_results import year
from .topics_rooms import joint, three_rooms


def fill(city: Body, counties: list[Body]) -> None:
    """A year of consulting in the city, and one space with a county."""
    desk = Desk(city)
    counterparts(desk)
    made = topics_of(desk)
    year(desk, plan_of(desk, made))
    three_rooms(desk)
    joint(desk, counties)
    beside(desk)
