"""转提案, 转议题, 转交办: the note goes on elsewhere, the link is kept both ways."""

from datetime import date

from ...journal.kinds import type_of
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...submissions.actions.edit import edit as edit_proposal
from ...submissions.actions.start import start as start_proposal
from ...tasks.actions.assign_task import assign_task
from ...topics.actions.nominate import nominate
from ..flow import VOICE
from ..models import Voice
from ..tell import tell_authors

# Which of a topic's three sources (S-017) a kind of voice is.
TOPIC_SOURCE = {"report": "people", "research": "people", "matter": "people", "difficulty": "firms"}


@verb(VOICE, "turn_to_proposal", Voice)
def turn_to_proposal(case: Voice, seat: Seat) -> Done:
    """The author goes on with it as a proposal draft; situation, analysis and asks are carried over."""
    if case.kind == Voice.Kind.DIFFICULTY:
        raise refuse("企业难题先按难题办。")
    proposal = start_proposal(seat)
    if proposal.title or proposal.situation:
        raise refuse("您有一件没写完的提案草稿，请先写完或弃去，再转。")
    asks = [{"text": line} for line in case.suggestion.splitlines() if line.strip()]
    edit_proposal(
        seat,
        proposal.pk,
        fields={
            "title": f"关于{case.title or case.text[:20]}的提案"[:120],
            "situation": case.text,
            "analysis": case.analysis,
        },
        asks=asks,
    )
    case.turned_type, case.turned_id = type_of(proposal), proposal.pk
    clocks.drop(case)
    return Done(detail={"proposal": proposal.pk})


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


@verb(VOICE, "turn_to_task", Voice)
def turn_to_task(
    case: Voice, seat: Seat, *, owner: int, title: str = "", due_on: date | None = None
) -> Done:
    """A visible act makes a duty of it; the source stays protected, the unit sees the edited words."""
    if case.masked:
        raise refuse("匿名来件指名道姓，请先编写去掉姓名的标题和正文，再转单位。")
    task = assign_task(
        seat,
        title=(title.strip() or case.edited_title or case.title)[:300],
        owner=owner,
        due_on=due_on,
        basis=f"{case.get_kind_display()} {case.number_label}",
        source_type=type_of(case),
        source_id=case.pk,
        case_type=type_of(case),
        case_id=case.pk,
    )
    case.turned_type, case.turned_id = type_of(task), task.pk
    tell_authors(case, seat, "turn_to_task", "已转有关单位办理，办到哪里可以在这件里看到。")
    return Done(detail={"unit": owner, "task": task.pk})
