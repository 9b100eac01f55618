"""列为重点: decided by the chairpersons' meeting, with a leader in charge (docs/field.md 1.10)."""

from datetime import date

from ...actors.models import Tie
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import KeyListing, Submission
from ..people import proposers

# Who may lead the supervision of a key proposal: members of the chairpersons' meeting.
LEADING = ("主席", "副主席", "秘书长")


def leaders(committee_id: int) -> list[tuple[int, str]]:
    """(person, "name, office") of the chairpersons' meeting today, in order of rank."""
    ties = (
        Tie.objects.filter(committee_id=committee_id, kind=Tie.Kind.OFFICE, title__in=LEADING)
        .on(today())
        .select_related("who")
        .order_by("rank", "id")
    )
    found: dict[int, str] = {}
    for tie in ties:
        found.setdefault(tie.who_id, f"{tie.who.name}（{tie.title}）")
    return list(found.items())


@verb(PROPOSAL, "list_as_key", Submission)
def list_as_key(
    case: Submission,
    seat: Seat,
    *,
    leader: int,
    decided_on: date,
    body: str = "",
    way: str = "",
) -> Done:
    """List the proposal, or change who leads it. Refused beyond the rulebook's number."""
    if leader not in dict(leaders(case.committee_id)):
        raise refuse("领衔督办的须是本届主席、副主席或秘书长。")
    if decided_on > today():
        raise refuse("主席会议的日期不能晚于今天。")
    limit = case.rules.award.key_count
    listed = Submission.objects.filter(
        committee_id=case.committee_id, session_id=case.session_id, key=True
    ).exclude(pk=case.pk)
    if not case.key and listed.count() >= limit:
        raise refuse(f"规程定本次重点提案 {limit} 件，已经列满；请先商定调出哪一件。")
    KeyListing.objects.update_or_create(
        committee_id=case.committee_id,
        submission=case,
        defaults={
            "leader_id": leader,
            "decided_on": decided_on,
            "body": body.strip()[:80],
            "way": way.strip()[:60],
        },
    )
    case.key = True
    told = [leader, *proposers(case)]
    post(
        committee_id=case.committee_id,
        to=told,
        kind="proposal.list_as_key",
        text=f"列为重点提案：{case.number_label}《{case.title}》",
        case=case,
        url=f"/proposals/{case.pk}/",
        but=seat.person_id,
    )
    return Done(detail={"leader": leader, "decided_on": decided_on})
