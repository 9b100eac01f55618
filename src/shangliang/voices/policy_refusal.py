"""没办成: one row with what the written rules say of the facts told; always with a reason."""

from collections.abc import Mapping
from datetime import date

from ..procedures.office_calendar import today
from ..procedures.verdicts import refuse
from .models import Policy, PolicyRefusal
from .policy_book import book, judged, told
from .texts import keep_out_secrets


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
