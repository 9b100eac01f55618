"""协商成果：结束表决."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..adoption import current
from ..flow import RESULT
from ..models import Result
from ..presets import vote_rules


@verb(RESULT, "close_vote", Result)
def close_vote(case: Result, seat: Seat) -> Done:
    """Counted by its rule; passed leads on, failed leads back to the draft."""
    vote = current(case)
    electors = vote.electors.count()
    voted = vote.electors.filter(voted=True).count()
    if voted != vote.yes + vote.no + vote.abstain:
        raise AssertionError("votes and roll differ")
    if voted * 3 < electors * 2:
        raise refuse(f"名单 {electors} 人，投票 {voted} 人，不到三分之二，还不能结束。")
    passed = vote_rules()[vote.rule].passed(yes=vote.yes, voted=voted, electors=electors)
    vote.state = "passed" if passed else "failed"
    vote.closed_on = today()
    vote.save(update_fields=["state", "closed_on"])
    return Done(
        to="adopted" if passed else "draft",
        detail={
            "yes": vote.yes,
            "no": vote.no,
            "abstain": vote.abstain,
            "electors": electors,
        },
    )
