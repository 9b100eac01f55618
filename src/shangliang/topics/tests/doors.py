"""Doors of this room: who comes in where."""

from shangliang.accounts.tests.door import BUSINESS, UNIT, Door
from shangliang.demo.small import SmallCity

from . import stages

# The committee's own people; units come where they take part.
INSIDE = BUSINESS - UNIT
ORGANISER = frozenset({"organiser"})
RUNS = frozenset({"organiser", "clerk", "second", "convenor"})
OFFICE = frozenset({"organiser", "clerk", "second"})
DECIDES = RUNS | {"leader"}
THINKS = DECIDES | {"member"}
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
    "hints": Door(EVERYBODY, public=True, method="post"),
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
    "consultation-ideas": Door(TAKES_PART, no=HIDDEN),
    "questions": Door(EVERYBODY),
    "council-ask": Door(EVERYBODY, public=True),
    "question": Door(EVERYBODY, public=True),
    "decisions": Door(INSIDE),
    "result-drafts": Door(TAKES_PART, no=HIDDEN),
    "accords": Door(INSIDE),
    "accord-new": Door(RUNS),
    "accord": Door(INSIDE),
    "accord-amend": Door(RUNS),
    "analyses": Door(INSIDE),
    "analysis-new": Door(THINKS),
    "analysis": Door(INSIDE),
    "analysis-crossing": Door(DECIDES),
    "paths": Door(INSIDE),
    "path-new": Door(THINKS),
    "path": Door(INSIDE),
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
    from shangliang.topics.actions.add_factor import add_factor
    from shangliang.topics.actions.ask_expert import ask_expert
    from shangliang.topics.actions.ask_question import ask_question
    from shangliang.topics.actions.open_accord import open_accord
    from shangliang.topics.actions.open_space import open_space
    from shangliang.topics.actions.show_publicly import show_publicly
    from shangliang.topics.actions.start_analysis import start_analysis
    from shangliang.topics.actions.start_path import start_path
    from shangliang.topics.actions.start_plan import start_plan

    topic = stages.judged(city)
    result = stages.drafted(city)
    organiser = city.seat("organiser")
    review = ask_expert(
        organiser, result.pk, expert="林教授", until=stages.today() + stages.timedelta(days=9)
    )
    from shangliang.topics.actions.issue_result import issue_result

    issue_result(city.seat("leader"), result.pk)
    case = result.consultation
    council = stages.recorded(city, "council")
    show_publicly(city.seat("convenor"), council.pk)
    plan = start_plan(organiser, year=stages.today().year)
    space = open_space(organiser, kind="forum", title="七城政协论坛", outside="乙市\n丙市")
    one = {"pk": case.pk}
    question = ask_question(organiser, consultation=council.pk, text="收费从哪一天开始？")
    accord = open_accord(
        organiser,
        title="机关停车场夜间开放",
        field="special",
        text="三处机关停车场夜间向居民开放。",
        parties="机关事务中心、居民",
        degree="all",
    )
    sheet = start_analysis(organiser, title="城区停车难在哪里")
    for kind in ("strength", "problem"):
        add_factor(organiser, analysis=sheet.pk, kind=kind, text=f"{kind}一条", evidence="现场数过")
    lines = {f.kind: f.pk for f in sheet.factors.all()}
    idea = start_path(organiser, title="让空着的车位用起来")
    return {
        "consultation-ideas": one,
        "council-ask": {"pk": council.pk},
        "question": {"code": question.public_code},
        "result-drafts": {"pk": result.pk},
        "accord": {"pk": accord.pk},
        "accord-amend": {"pk": accord.pk},
        "analysis": {"pk": sheet.pk},
        "analysis-crossing": {
            "pk": sheet.pk,
            "helps": lines["strength"],
            "problem": lines["problem"],
        },
        "path": {"pk": idea.pk},
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
