"""评为优秀: from the candidates, within the rulebook's share, never one's own (docs/field.md 1.11)."""

from math import floor

from django.db.models import QuerySet

from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..flow.proposal import AFTER_FILING
from ..models import Submission
from ..people import proposers


def filed_in(case: Submission) -> QuerySet[Submission]:
    """Proposals filed in the same session: what the share is a share of."""
    return Submission.objects.filter(
        committee_id=case.committee_id, session_id=case.session_id, state__in=AFTER_FILING
    )


def seats_left(case: Submission) -> tuple[int, int]:
    """(awards the share allows, awards given); at least one may always be given."""
    allowed = max(1, floor(filed_in(case).count() * case.rules.award.excellent_share))
    return allowed, filed_in(case).filter(excellent=True).count()


@verb(PROPOSAL, "award", Submission)
def award(case: Submission, seat: Seat) -> Done:
    """Award a candidate. Whoever proposed it stays out of the decision."""
    if seat.person_id in {*proposers(case), case.drafter_id, case.approver_id, case.author_id}:
        raise refuse("您是这件的提案人，评优须回避，请由其他人评定。", "who")
    row = case.honours.filter(kind="excellent").order_by("-year").first()
    if row is None:
        raise refuse("还没有人推荐这件，先“推荐评优”并写明理由。")
    if row.state == "awarded":
        raise refuse("这件已经评为优秀。")
    allowed, given = seats_left(case)
    if given >= allowed:
        share = f"{case.rules.award.excellent_share:.0%}"
        raise refuse(f"规程定优秀提案占立案的 {share}，本次可评 {allowed} 件，已评 {given} 件。")
    row.state, row.awarded_on = "awarded", today()
    row.save()
    case.excellent = True
    post(
        committee_id=case.committee_id,
        to=proposers(case),
        kind="proposal.award",
        text=f"评为优秀提案：{case.number_label}《{case.title}》",
        case=case,
        url=f"/proposals/{case.pk}/",
    )
    return Done(about=row, detail={"year": row.year})
