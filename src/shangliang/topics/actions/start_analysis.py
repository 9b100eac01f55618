"""开一张分析表."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..analyses import WRITERS
from ..intake import keep_secrets_out
from ..models import Analysis


@act("analysis.start", "开一张分析表", *WRITERS)
def start_analysis(seat: Seat, *, title: str) -> Done:
    """An empty sheet on a question."""
    if len(title.strip()) < 4:
        raise refuse("请写分析什么，至少 4 个字。")
    keep_secrets_out(title)
    row = Analysis.objects.create(
        committee_id=seat.committee_id, title=title.strip()[:80], made_by_id=seat.person_id
    )
    return Done(case=row)
