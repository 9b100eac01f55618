"""没办成: told by the firm itself, or recorded by who heard it; always with a reason."""

from collections.abc import Mapping
from datetime import date

from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import POLICY
from ..models import Policy, PolicyRefusal
from ..people import firm_office
from ..policy_book import book, judged, told
from ..queries import open_policies
from ..texts import keep_out_secrets


def keep_refusal(
    policy: Policy, *, on: date, reason: str, words: str, said: Mapping[str, str], by: int | None
) -> PolicyRefusal:
    """One row with what the written rules say of the facts told. Raises Refused."""
    if not book().reason(reason):
        raise refuse("请选没办成的原因。")
    if on > today():
        raise refuse("日期还没有到。")
    keep_out_secrets("open", words)
    facts, _ = told(said)
    return PolicyRefusal.objects.create(
        committee_id=policy.committee_id, policy=policy, on=on, reason=reason, by_id=by,
        words=words.strip()[:300], found=judged(policy, facts).verdict.value if facts else "",
    )  # fmt: skip


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


@verb(POLICY, "record_refusal", Policy)
def record_refusal(case: Policy, seat: Seat, *, on: date, reason: str, words: str = "") -> Done:
    """Heard by phone or at the counter; the firm is not named."""
    row = keep_refusal(case, on=on, reason=reason, words=words, said={}, by=seat.person_id)
    return Done(about=row, detail={"reason": reason}, beside=True)
