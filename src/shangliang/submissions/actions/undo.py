"""撤回结论: ten minutes of undo instead of "确定吗"; a number once given stays with its case."""

from ...journal.models import Event
from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PROPOSAL
from ..models import CoSignature, Submission
from ..people import names_of, supervisors
from .send_back import writers

DECISIONS = ("file", "send_back", "turn_to_report", "turn_to_letter", "refuse_filing")
LABELS = {f"proposal.{name}": PROPOSAL[name].label for name in DECISIONS}


def came_from(case: Submission) -> tuple[str, str]:
    """The last decision's event: its verb, and the state it was taken in."""
    last = (
        Event.objects.filter(
            committee_id=case.committee_id,
            case_type="submission",
            case_id=case.pk,
            verb__in=LABELS,
        )
        .order_by("-seq")
        .first()
    )
    fallback = "reviewing" if case.rules.steps.get("second_review") else "submitted"
    if last is None:
        return "", fallback
    before = last.detail.get("from")
    return last.verb, before if before in ("submitted", "reviewing") else fallback


def restore_signatures(case: Submission) -> None:
    """Names dropped at filing are asked again; a joint proposal is joint again."""
    case.signatures.filter(state=CoSignature.State.DROPPED).update(
        state=CoSignature.State.INVITED, answered_at=None
    )
    if case.nature in ("individual", "joint"):
        open_or_signed = case.signatures.filter(
            role=CoSignature.Role.CO,
            state__in=[CoSignature.State.INVITED, CoSignature.State.SIGNED],
        )
        case.nature = "joint" if open_or_signed.exists() else "individual"
    case.proposer_names = names_of(case)


@verb(PROPOSAL, "undo", Submission)
def undo(case: Submission, seat: Seat) -> Done:
    """Back to review in the state it was decided in; what the decision made is withdrawn."""
    decision, before = came_from(case)
    was_filed = case.state == "filed"
    if was_filed:
        clocks.drop(case, ["assign"])
        restore_signatures(case)
        case.filed_at = None
    made = list(
        Submission.objects.filter(committee_id=case.committee_id, came_from=case, state="submitted")
    )
    for child in made:
        child.state = "withdrawn"
        child.save(update_fields=["state"])
    case.reason_code, case.decided_at = "", None
    clocks.reopen(case, "review")
    asked = case.signatures.filter(state=CoSignature.State.INVITED).exists()
    label = LABELS.get(decision, "审查")
    people = writers(case) + (supervisors(case.committee_id) if was_filed else [])
    post(
        committee_id=case.committee_id,
        to=people,
        kind="proposal.undo",
        text=f"刚才的“{label}”已撤回，继续审查：《{case.title}》",
        case=case,
        url=f"/proposals/{case.pk}/",
        but=seat.person_id,
    )
    return Done(
        to=before,
        start=("cosign",) if asked else (),  # those still asked get the whole limit again
        detail={"undone": decision.removeprefix("proposal."), "withdrawn": [c.pk for c in made]},
    )
