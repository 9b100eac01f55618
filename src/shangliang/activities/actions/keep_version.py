"""定一稿报告."""

from django.db.models import Max

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Activity, Project, Version
from ..project_paper import sections_of
from ..report import own


@act("report.keep", "定一稿报告")
def keep_version(seat: Seat, *, kind: str, pk: int, advice: str, changed: str = "") -> Done:
    """The next draft: findings and notes as they are today, and the view taken of them."""
    row = own(seat, kind, pk)
    if not advice.strip():
        raise refuse("请写总的看法和建议。")
    last = row.versions.aggregate(last=Max("number"))["last"] or 0
    if last and not changed.strip():
        raise refuse(f"已经有第 {last} 稿，请写这一稿改了什么。")
    version = Version.objects.create(
        committee_id=seat.committee_id,
        project=row if isinstance(row, Project) else None,
        activity=row if isinstance(row, Activity) else None,
        number=last + 1,
        advice=advice.strip()[:4000],
        changed=changed.strip()[:200],
        sections=sections_of(row, advice.strip()[:4000]),
        by_id=seat.person_id,
    )
    return Done(case=row, about=version, detail={"number": version.number}, result=version)
