"""写课题发现."""

from collections.abc import Sequence

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import FieldNote, Finding
from ..project import STAFF, own_project


@act("project.finding", "写课题发现", *STAFF)
def add_project_finding(
    seat: Seat,
    pk: int,
    *,
    kind: str,
    text: str,
    notes: Sequence[int],
    unit: int | None = None,
) -> Done:
    """A finding of the report opens the field notes it rests on; without one it is only an opinion."""
    project = own_project(seat, pk)
    if kind not in Finding.Kind.values:
        raise refuse("请选好做法、问题或建议。")
    if not text.strip():
        raise refuse("请写发现了什么。")
    rows = list(FieldNote.objects.filter(project=project, pk__in=notes))
    if not rows or len(rows) != len(set(notes)):
        raise refuse("请选这条发现依据的调研记录，至少一条。")
    if unit is not None and not Actor.objects.filter(
        committee_id=seat.committee_id, kind=Actor.Kind.UNIT, pk=unit
    ):
        raise refuse("没有这个单位。")
    row = Finding.objects.create(
        committee_id=seat.committee_id,
        kind=kind,
        project=project,
        text=text.strip()[:2000],
        unit_id=unit,
        by_id=seat.person_id,
    )
    row.notes.set(rows)
    return Done(case=project, about=row, detail={"notes": len(rows)}, result=row)
