"""Doors of this room: who comes in where."""

from shangliang.accounts.tests.door import BUSINESS, UNIT, Door
from shangliang.demo.small import SmallCity

from . import stages

# The committee's own people; units come where they take part.
INSIDE = BUSINESS - UNIT
ORGANISER = frozenset({"organiser"})
RUNS = frozenset({"organiser", "clerk", "second", "convenor"})
OFFICE = frozenset({"organiser", "clerk", "second"})
TAKES_PART = INSIDE | UNIT
FIGURES = frozenset({"organiser", "clerk", "second", "leader", "member", "supervisor"})
# Who may open an address whose row is not for them is told that it is not there.
HIDDEN = (403, 404)
EVERYBODY = BUSINESS | {"admin", "security", "auditor"}

DOORS = {
    "topics": Door(INSIDE),
    "topic-new": Door(EVERYBODY),
    "topic-judging": Door(INSIDE),
    "topic-judges": Door(ORGANISER),
    "topic-coverage": Door(INSIDE),
    "deployment-new": Door(OFFICE),
    "topic": Door(INSIDE, no=HIDDEN),
    "topic-open": Door(EVERYBODY, public=True),
    "topic-similar": Door(EVERYBODY, public=True),
    "topic-lookup": Door(EVERYBODY, public=True),
    "topic-receipt": Door(EVERYBODY, public=True),
    "expert": Door(EVERYBODY, public=True),
    "councils": Door(EVERYBODY, public=True),
    "council": Door(EVERYBODY, public=True),
    "plans": Door(EVERYBODY),
    "plan-new": Door(ORGANISER),
    "plan": Door(INSIDE, no=HIDDEN),
    "plan-tick": Door(ORGANISER, method="post"),
    "plan-paper": Door(INSIDE, no=HIDDEN),
    "consultations": Door(EVERYBODY),
    "consultation-new": Door(RUNS),
    "consultation-pairs": Door(FIGURES),
    "consultation": Door(TAKES_PART, no=HIDDEN),
    "consultation-feedback": Door(TAKES_PART, method="post", no=HIDDEN),
    "minutes": Door(TAKES_PART, no=HIDDEN),
    "minutes-paper": Door(TAKES_PART, no=HIDDEN),
    "result-new": Door(RUNS),
    "results": Door(EVERYBODY),
    "result": Door(TAKES_PART, no=HIDDEN),
    "result-paper": Door(TAKES_PART, no=HIDDEN),
    "rooms": Door(INSIDE),
    "room-new": Door(RUNS),
    "room": Door(INSIDE),
    "room-card": Door(RUNS),
    "room-session": Door(RUNS, no=HIDDEN),
    "joint": Door(INSIDE),
    "joint-new": Door(ORGANISER),
    "joint-space": Door(INSIDE),
    "joint-paper": Door(INSIDE),
}


def behind(city: SmallCity) -> dict[str, dict[str, object]]:
    """A row behind each address."""
    from shangliang.topics.actions.answering import show_publicly
    from shangliang.topics.actions.joining import open_space
    from shangliang.topics.actions.planning import start_plan
    from shangliang.topics.actions.reviewing import ask_expert

    topic = stages.judged(city)
    result = stages.drafted(city)
    organiser = city.seat("organiser")
    review = ask_expert(
        organiser, result.pk, expert="林教授", until=stages.today() + stages.timedelta(days=9)
    )
    from shangliang.topics.actions.delivering import issue_result

    issue_result(city.seat("leader"), result.pk)
    case = result.consultation
    council = stages.recorded(city, "council")
    show_publicly(city.seat("convenor"), council.pk)
    plan = start_plan(organiser, year=stages.today().year)
    space = open_space(organiser, kind="forum", title="七城政协论坛", outside="乙市\n丙市")
    one = {"pk": case.pk}
    return {
        "topic": {"pk": topic.pk},
        "topic-receipt": {"code": topic.public_code},
        "expert": {"code": review.public_code},
        "council": {"pk": council.pk},
        "plan": {"pk": plan.pk},
        "plan-tick": {"pk": plan.pk},
        "plan-paper": {"pk": plan.pk, "ext": "docx"},
        "consultation": one,
        "consultation-feedback": one,
        "minutes": one,
        "minutes-paper": one | {"ext": "docx"},
        "result-new": one,
        "result": {"pk": result.pk},
        "result-paper": {"pk": result.pk, "ext": "docx"},
        "room": {"pk": city.bodies["room"].pk},
        "room-card": {"pk": city.bodies["room"].pk},
        "room-session": {"pk": council.pk},
        "joint-space": {"pk": space.pk},
        "joint-paper": {"pk": space.pk, "ext": "docx"},
    }
