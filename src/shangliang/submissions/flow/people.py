"""Who: named sentences about a seat and a case. ``None`` means yes, a string says who may."""

from ...procedures.seat import Role, Seat
from ..models import Assignment, CoSignature, Reply, Submission


def author(seat: Seat, case: Submission) -> str | None:
    """The first proposer, the drafter of a collective proposal, or the clerk who entered it."""
    if seat.person_id in {case.author_id, case.drafter_id, case.entered_by_id} - {None}:
        return None
    return "只有提案人（或代录的工作人员）可以。"


def invited(seat: Seat, case: Submission) -> str | None:
    """Somebody whose signature was asked for and who has not answered."""
    # Signatures are few and read whole: a page that has them at hand asks the database nothing.
    if any(
        s.person_id == seat.person_id
        and s.role == CoSignature.Role.CO
        and s.state == CoSignature.State.INVITED
        for s in case.signatures.all()
    ):
        return None
    return "这件没有请您会签，或者您已经答复过了。"


def signed(row: CoSignature) -> bool:
    """A proposer's own signature, first or joint; a seconder answers for nothing."""
    first_or_co = row.role in (CoSignature.Role.FIRST, CoSignature.Role.CO)
    return first_or_co and row.state == CoSignature.State.SIGNED


def proposer(seat: Seat, case: Submission) -> str | None:
    """One of the people who signed it; for a collective one its drafter or approver.

    A merged proposal's people are proposers of the lead too: each is answered and each rates
    (docs/field.md 1.4).
    """
    if seat.person_id is None:
        return "只有提案人可以。"
    if seat.person_id in {case.drafter_id, case.approver_id} - {None} and case.collective:
        return None
    if any(s.person_id == seat.person_id and signed(s) for s in case.signatures.all()):
        return None
    leads = case.group_id and case.group and case.group.lead_id == case.pk
    if (
        leads
        and CoSignature.objects.filter(
            committee_id=case.committee_id,
            submission__group_id=case.group_id,
            person_id=seat.person_id,
            role__in=[CoSignature.Role.FIRST, CoSignature.Role.CO],
            state=CoSignature.State.SIGNED,
        ).exists()
    ):
        return None
    return "只有署名的提案人可以。"


def other_member(seat: Seat, case: Submission) -> str | None:
    """A member who is not yet on the proposal: may second it (附议)."""
    if not seat.has(Role.MEMBER):
        return "只有委员可以附议。"
    own = {case.author_id, case.drafter_id, case.approver_id}
    if seat.person_id in own or any(s.person_id == seat.person_id for s in case.signatures.all()):
        return "您已经在这件提案的提案人或附议人之列。"
    return None


def approver(seat: Seat, case: Submission) -> str | None:
    """The head of the body (集体提案审签人), and never the one who drafted it (two-person rule)."""
    if case.author_id not in seat.heads:
        return "只有该单位的审签人（负责人）可以。"
    if seat.person_id == case.drafter_id:
        return "执笔人不能自己审签，请由单位另一位负责人审签。"
    return None


def reviewer(seat: Seat, case: Submission) -> str | None:
    """The proposal committee's office (提案委办公室)."""
    return None if seat.has(Role.CLERK) else "只有提案委工作人员可以。"


def decider(seat: Seat, case: Submission) -> str | None:
    """Who decides an outcome: the first reviewer, or the second where re-review is on."""
    if case.state == "reviewing":
        return None if seat.has(Role.SECOND_REVIEWER) else "已转复审，只有复审员可以作结论。"
    return None if seat.has(Role.CLERK) else "只有提案委工作人员可以。"


def decider_of_last(seat: Seat, case: Submission) -> str | None:
    """Undo belongs to the office that decided."""
    return None if seat.has(Role.CLERK, Role.SECOND_REVIEWER) else "只有提案委工作人员可以撤回。"


def assigner(seat: Seat, case: Submission) -> str | None:
    """The assigning and supervising office (交办督办机构), or the proposal committee's office."""
    if seat.has(Role.SUPERVISOR, Role.CLERK):
        return None
    return "只有交办督办机构或提案委工作人员可以。"


def supervisor(seat: Seat, case: object) -> str | None:
    """督办机构：市委办、市政府督查室。"""
    return None if seat.has(Role.SUPERVISOR) else "只有交办督办机构可以。"


def office(seat: Seat, case: object) -> str | None:
    """提案委办公室或督办机构。"""
    if seat.has(Role.SUPERVISOR, Role.CLERK):
        return None
    return "只有提案委工作人员或督办机构可以。"


def leader(seat: Seat, case: object) -> str | None:
    """政协领导（主席、副主席、秘书长）或提案委。"""
    return None if seat.has(Role.LEADER, Role.CLERK) else "只有政协领导或提案委可以。"


def unit_staff(seat: Seat, case: Assignment) -> str | None:
    """The unit's own people."""
    return None if case.unit_id in seat.units else "只有该承办单位的人员可以。"


def reply_unit(seat: Seat, case: Reply) -> str | None:
    """The unit that writes the reply."""
    return None if case.assignment.unit_id in seat.units else "只有拟答复的承办单位可以。"


def reply_head(seat: Seat, case: Reply) -> str | None:
    """单位负责人 signs off where the rulebook asks it; else the unit's staff send."""
    if case.assignment.unit_id not in seat.units:
        return "只有拟答复的承办单位可以。"
    if case.rules.steps.get("head_signs") and not seat.has(Role.UNIT_HEAD):
        return "规程要求由单位负责人签发。"
    return None


def countersigner(seat: Seat, case: Reply) -> str | None:
    """A co-unit whose countersign is asked for and open."""
    if any(c.unit_id in seat.units and c.state == "open" for c in case.countersigns.all()):
        return None
    return "这份答复没有等贵单位会签。"


def unit_or_office(seat: Seat, case: Assignment) -> str | None:
    """The unit, or the supervising office."""
    if case.unit_id in seat.units or seat.has(Role.SUPERVISOR, Role.CLERK):
        return None
    return "只有该承办单位或督办机构可以。"
