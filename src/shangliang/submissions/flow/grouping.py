"""When, for proposals handled as one (并案). ``None`` means it holds."""

from ...procedures.seat import Seat
from ..models import Submission

# States in which a lead has not been handed to units yet.
NOT_HANDED_OVER = ("submitted", "reviewing", "filed")


# 并案 keeps each proposal's own line; a lead that leaves review would leave its members alone
# (docs/field.md 1.4).
def leads_no_group(seat: Seat, case: Submission) -> str | None:
    """A lead with members stays until they are let go."""
    if not case.group_id or not case.group or case.group.lead_id != case.pk:
        return None
    others = case.group.members.exclude(pk=case.pk).values_list("serial", flat=True)
    names = "、".join(f"流水{n:04d}" for n in others if n)
    return f"这件是并案的主案（并入：{names}），请先撤销并案。"


# Once units handle the group as one, taking it apart is the assigning office's 改办, not a review.
def lead_not_handed_over(seat: Seat, case: Submission) -> str | None:
    """Merging is taken back while nobody has begun to work on the lead."""
    lead = case.group.lead if case.group_id and case.group else None
    if lead is None or lead.state in NOT_HANDED_OVER:
        return None
    return f"主案{lead.number_label}已交办，不能再撤销并案。"
