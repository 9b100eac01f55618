"""说没办成."""

from collections.abc import Mapping

from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..people import firm_office
from ..policy_refusal import keep_refusal
from ..queries import open_policies


@act("policy.told_refusal", "说没办成")
def tell_refusal(
    seat: Seat, pk: int, *, reason: str, words: str = "", said: Mapping[str, str]
) -> Done:
    """By the firm, without account. Where the written rules fit, the office hears of it."""
    policy = open_policies(seat.committee_id).filter(pk=pk).first()
    if policy is None:
        raise refuse("没有找到这条政策，或者已经停用。", "wall")
    row = keep_refusal(policy, on=today(), reason=reason, words=words, said=said, by=None)
    if row.found == "fits":
        post(
            committee_id=policy.committee_id, to=firm_office(policy.committee_id),
            kind="policy.refused_though_fits", case=policy, url=policy.get_absolute_url(),
            text=f"按写明的条件符合，企业说没办成：{policy.title}",
        )  # fmt: skip
    return Done(case=policy, about=row, detail={"reason": reason, "found": row.found})
