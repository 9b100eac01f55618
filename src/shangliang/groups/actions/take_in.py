"""列入现有的: bodies of the register that are no team yet become teams, all at once."""

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Team
from ..people import OFFICE
from ..words import KIND_OF

# A studio of the register may be a contact point; the office says so on its page.
TAKEN = {
    KIND_OF[form]: form for form in ("sector", "group", "studio", "branch", "committee", "party")
}


@act("team.take_in", "列入现有机构", *OFFICE)
def take_in(seat: Seat) -> Done:
    """Returns how many were taken in."""
    known = Team.objects.filter(committee_id=seat.committee_id).values("body_id")
    bodies = list(
        Actor.objects.filter(committee_id=seat.committee_id, kind__in=TAKEN, active=True).exclude(
            pk__in=known
        )
    )
    if not bodies:
        raise refuse("名册里的界别、小组、工作室、支部、专委会、党派都已经列入。")
    Team.objects.bulk_create(
        Team(
            committee_id=seat.committee_id,
            body=body,
            form=TAKEN[Actor.Kind(body.kind)],
            opened_on=today(),
        )
        for body in bodies
    )
    committee = Actor.objects.get(pk=seat.committee_id)
    return Done(case=committee, detail={"count": len(bodies)}, result=len(bodies))
