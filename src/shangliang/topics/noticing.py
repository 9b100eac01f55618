"""Notice and materials in time, or with the reason why late."""

from ..procedures.office_calendar import today
from ..procedures.verdicts import refuse
from .models import Consultation


def late(case: Consultation, by: object, what: str, days: int, reason: str) -> bool:
    """Later than the form asks needs a reason, which stays on the page."""
    if not by or today() <= by:  # type: ignore[operator]
        return False
    if not reason.strip():
        raise refuse(
            f"按{case.kind.short}的规则，{what}要提前 {days} 个工作日，最迟 {by}。现在晚了，请写原因，"
            "或者改期。"
        )
    said = f"{what}晚发：{reason.strip().rstrip('。；')}"
    case.late_reason = "；".join(x for x in (case.late_reason, said) if x)[:200]
    return True
