"""申报利益关系."""

from django.utils import timezone

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..project import own_project
from ..queries import partner_of


@act("project.declare", "申报利益关系")
def declare(seat: Seat, pk: int, *, interest: str) -> Done:
    """Said by the one it concerns, before anything is written; “没有” is an answer."""
    project = own_project(seat, pk)
    row = partner_of(seat).filter(project=project).first()
    if row is None:
        raise refuse("只有一起调研的人自己申报。", "who")
    if not interest.strip():
        raise refuse("请写有什么利益关系；没有就写“没有”。")
    row.interest, row.declared_at = interest.strip()[:200], timezone.now()
    row.save(update_fields=["interest", "declared_at"])
    return Done(case=project, about=row)
