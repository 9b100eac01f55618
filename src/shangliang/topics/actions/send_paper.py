"""联合协商（本方）：交论文."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SIDE
from ..intake import keep_secrets_out
from ..models import CityPaper, Side, Space


@verb(SIDE, "send_paper", Side)
def send_paper(case: Side, seat: Seat, *, title: str, findings: str, author: str = "") -> Done:
    """A city's paper; after the day it still comes in and is marked late. Returns the paper."""
    if len(title.strip()) < 4 or len(findings.strip()) < 10:
        raise refuse("请写论文题目和主要发现。")
    keep_secrets_out(title, findings)
    space = Space.objects.get(pk=case.space_id)
    row = CityPaper.objects.create(
        committee_id=case.committee_id,
        space=space,
        side=case,
        title=title.strip()[:120],
        author=author.strip()[:80],
        findings=findings.strip()[:4000],
        late=bool(space.papers_by and today() > space.papers_by),
        on=today(),
    )
    return Done(about=row, detail={"late": row.late}, result=row)
