"""并案: a link to a lead proposal, never a destructive copy (docs/field.md 1.4)."""

from django.utils import timezone

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..flow.grouping import NOT_HANDED_OVER
from ..models import MergeGroup, Submission
from ..people import proposers
from ..remarks import remark

LONGEST_REASON = 200


def lead_of(case: Submission, into: int) -> Submission:
    """The lead asked for, or words that say why it cannot be one."""
    lead = (
        Submission.objects.select_related("group")
        .filter(pk=into, committee_id=case.committee_id, kind=Submission.Kind.PROPOSAL)
        .first()
    )
    if lead is None:
        raise refuse("没有找到要并入的那一件。")
    if lead.pk == case.pk:
        raise refuse("不能并入它自己。")
    if lead.session_id != case.session_id:
        raise refuse(f"{lead.number_label}是另一次会议的提案，只能引用，不能并案。")
    if lead.state == "merged" and lead.group:
        raise refuse(
            f"{lead.number_label}已并入{lead.group.lead.number_label}，请直接并入{lead.group.lead.number_label}。"
        )
    if lead.state not in NOT_HANDED_OVER:
        here = PROPOSAL.label_of(lead.state)
        raise refuse(f"{lead.number_label}现在是“{here}”，只能并入还没有交办的提案。")
    return lead


@verb(PROPOSAL, "merge", Submission, also=lambda seat, pk, data: {data.get("into", pk)})
def merge(case: Submission, seat: Seat, *, into: int, reason: str = "") -> Done:
    """Join the lead's group. The case keeps its serial; its proposers are answered with the lead's."""
    lead = lead_of(case, into)
    group = lead.group
    if group is None:
        group = MergeGroup.objects.create(
            committee_id=case.committee_id, lead=lead, reason=reason.strip()[:LONGEST_REASON]
        )
        lead.group = group
        lead.save(update_fields=["group"])
    case.group, case.decided_at = group, timezone.now()
    clocks.drop(case, ["cosign"])
    row = None
    if reason.strip():
        row = remark(case, seat, "merge", reason, "")
    for people, words in (
        (
            proposers(case),
            f"《{case.title}》并入{lead.number_label}《{lead.title}》一起办理，答复一样送您、由您评价",
        ),
        (proposers(lead), f"另一件提案《{case.title}》并入您的《{lead.title}》一起办理"),
    ):
        post(
            committee_id=case.committee_id,
            to=people,
            kind="proposal.merge",
            text=words,
            case=case,
            url=f"/proposals/{case.pk}/",
            but=seat.person_id,
        )
    return Done(about=row, detail={"into": lead.pk, "group": group.pk})
