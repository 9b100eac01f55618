"""看指标: an indicator chosen for the thing; its page shows what is read for the county it lies in."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...yardsticks.queries import yardsticks
from ..flow import SUBJECT
from ..models import Subject, SubjectLink
from ..readings import WATCHED


@verb(SUBJECT, "watch_indicator", Subject)
def watch_indicator(case: Subject, seat: Seat, *, indicator: int, stop: bool = False) -> Done:
    """``indicator``: of those the seat may see. ``stop``: no longer; the readings themselves stay."""
    row = yardsticks(seat).filter(pk=indicator, kind="indicator").first()
    if row is None:
        raise refuse("没有这个指标。")
    links = SubjectLink.objects.filter(
        committee_id=case.committee_id, subject=case, about_type=WATCHED, about_id=row.pk
    )
    if stop:
        if not links.delete()[0]:
            raise refuse(f"这里本来就没有看“{row.name}”。")
    elif links.exists():
        raise refuse(f"已经在看“{row.name}”了。")
    else:
        SubjectLink.objects.create(
            committee_id=case.committee_id, subject=case, about_type=WATCHED, about_id=row.pk
        )
    return Done(about=row, detail={"indicator": row.pk, "stop": stop})
