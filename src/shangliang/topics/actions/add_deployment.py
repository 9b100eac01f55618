"""登记重大部署."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Deployment


@act("topic.deploy", "登记重大部署", Role.ORGANISER, Role.CLERK)
def add_deployment(seat: Seat, *, name: str, source: str, parent: int | None = None) -> Done:
    """A deployment with the clause it stands in, so that coverage can be told (S-029)."""
    if len(name.strip()) < 2 or len(source.strip()) < 2:
        raise refuse("请写部署的名称和出处（文件、条款）。")
    if Deployment.objects.filter(committee_id=seat.committee_id, name=name.strip()):
        raise refuse("这项部署已经登记了。")
    if parent and not Deployment.objects.filter(committee_id=seat.committee_id, pk=parent):
        raise refuse("没有这个上级部署。")
    row = Deployment.objects.create(
        committee_id=seat.committee_id,
        name=name.strip()[:80],
        source=source.strip()[:200],
        parent_id=parent,
    )
    return Done(case=row)
