"""提交: serial number, window, and the people of the proposal at hand."""

from django.utils import timezone

from ...notices.post import post
from ...procedures.numbering import allot
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from .. import like
from ..flow import PROPOSAL
from ..models import CoSignature, Submission
from ..people import clerks, names_of


def window_of(case: Submission) -> str:
    """大会提案: submitted inside the session's window; all else is 平时 (docs/field.md 1.3)."""
    now, session = timezone.now(), case.session
    inside = session.window_opens <= timezone.localdate(now) and now <= session.cutoff_at
    return Submission.Window.PLENARY if inside else Submission.Window.ORDINARY


def hand_in(case: Submission, seat: Seat) -> None:
    """What 提交 and 审签 share: number it, date it, place it in its window, tell the office."""
    if case.serial is None:
        case.serial = allot(case.committee_id, f"{case.kind}:serial:{case.session_id}")
        case.submitted_at = timezone.now()
    # One returned by the reviewers keeps the window it first came in; one taken back comes anew.
    if not case.window_forced and (not case.window or case.decided_at is None):
        case.window = window_of(case)
    if case.nature in ("individual", "joint"):
        others = case.signatures.filter(role=CoSignature.Role.CO).exclude(
            state__in=[CoSignature.State.DECLINED, CoSignature.State.DROPPED]
        )
        case.nature = "joint" if others.exists() else "individual"
    case.proposer_names = names_of(case)
    tell_signers_of_changes(case, seat)
    like.refresh(case)
    post(
        committee_id=case.committee_id,
        to=clerks(case.committee_id),
        kind="proposal.submit",
        text=f"新来件：{case.title}",
        case=case,
        url=f"/desk/review/?case={case.pk}",
        needs_act=True,
        but=seat.person_id,
    )


def tell_signers_of_changes(case: Submission, seat: Seat) -> None:
    """Who signed an earlier text hears that it changed, before the office reads it."""
    earlier = case.signatures.filter(
        role=CoSignature.Role.CO, state=CoSignature.State.SIGNED, revision__lt=case.revision
    )
    post(
        committee_id=case.committee_id,
        to=earlier.values_list("person_id", flat=True),
        kind="proposal.changed",
        text=f"您会签的提案在提交前改过文字，请看一遍：《{case}》",
        case=case,
        url=f"/proposals/{case.pk}/sign/",
        but=seat.person_id,
    )


@verb(PROPOSAL, "submit", Submission)
def submit(case: Submission, seat: Seat) -> Done:
    """Hand the proposal in. Submitting twice is refused by the state, so nothing doubles."""
    hand_in(case, seat)
    return Done(detail={"serial": case.serial, "window": case.window})
