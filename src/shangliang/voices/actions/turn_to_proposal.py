"""来声：转提案."""

from ...journal.kinds import type_of
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...submissions.actions.edit import edit as edit_proposal
from ...submissions.actions.start import start as start_proposal
from ..flow import VOICE
from ..models import Voice


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
