"""跟踪发现: the unit named, its answer, the second visit, the task, the notes a finding rests on."""

from collections.abc import Sequence
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from ...actors.models import Tie
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import FINDING
from ..models import FieldNote, Finding
from ..photos import keep_photo
from .add_finding import is_unit


def people_of(case: Finding) -> list[int]:
    """The staff of the unit named."""
    if case.unit_id is None:
        return []
    ties = Tie.objects.filter(
        committee_id=case.committee_id,
        whom_id=case.unit_id,
        kind__in=[Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD],
    ).on(today())
    return list(ties.values_list("who_id", flat=True))


@verb(FINDING, "name_unit", Finding)
def name_unit(case: Finding, seat: Seat, *, unit: int) -> Done:
    """The unit hears of it and answers."""
    if not is_unit(case.committee_id, unit):
        raise refuse("没有这个单位。")
    case.unit_id = unit
    post(
        committee_id=case.committee_id,
        to=people_of(case),
        kind="finding.name_unit",
        text=f"视察发现待答复：{case.text[:60]}",
        case=case,
        url=case.get_absolute_url(),
        needs_act=True,
    )
    return Done(detail={"unit": unit})


@verb(FINDING, "answer_finding", Finding)
def answer_finding(case: Finding, seat: Seat, *, text: str) -> Done:
    """What was done; that it helped is for the second visit to say."""
    if not text.strip():
        raise refuse("请写做了什么、改到什么程度。")
    case.answer, case.answered_at = text.strip()[:2000], timezone.now()
    return Done(detail={"unit": case.unit_id})


def looked_again(case: Finding, seat: Seat, on: date, seen: str) -> None:
    """A second visit is on a later day than the first, and not in the future."""
    first = timezone.localdate(case.activity.starts_at) if case.activity else case.made_at.date()
    if on > today():
        raise refuse("复查的日期不能晚于今天。")
    if on <= first:
        raise refuse(f"复查要在第一次到场（{first:%Y-%m-%d}）之后。")
    if not seen.strip():
        raise refuse("请写复查看到了什么。")
    case.seen_again_on, case.seen_again_by_id = on, seat.person_id
    case.seen_again = seen.strip()[:1000]


@verb(FINDING, "confirm_finding", Finding)
def confirm_finding(
    case: Finding, seat: Seat, *, on: date, seen: str, photo: UploadedFile | None = None
) -> Done:
    """Closed by what was seen the second time, with both photos (S-022)."""
    first = case.photo
    if first is None:
        raise refuse("第一次到场没有照片，无法前后对照；请另外建一条发现。")
    if photo is None:
        raise refuse("请上传复查时的照片，和第一次的放在一起。")
    looked_again(case, seat, on, seen)
    case.second_photo = keep_photo(
        seat, case.activity or case, photo, f"发现 {case.pk} 复查", about=case
    )
    if case.second_photo.sha256 == first.sha256:
        raise refuse("两张照片一模一样，请上传复查那天拍的。")
    return Done(detail={"on": on, "unit": case.unit_id})


@verb(FINDING, "find_again", Finding)
def find_again(case: Finding, seat: Seat, *, on: date, seen: str) -> Done:
    """Not mended: it goes back to the unit."""
    looked_again(case, seat, on, seen)
    post(
        committee_id=case.committee_id,
        to=people_of(case),
        kind="finding.find_again",
        text=f"复查仍未改：{case.text[:60]}",
        case=case,
        url=case.get_absolute_url(),
        needs_act=True,
    )
    return Done(detail={"on": on, "unit": case.unit_id})


@verb(FINDING, "hand_over", Finding)
def hand_over(
    case: Finding, seat: Seat, *, title: str, due_on: date | None = None, basis: str = ""
) -> Done:
    """交办 is a visible act: the finding becomes a duty of the unit named."""
    from ...tasks.actions.assign_task import assign_task

    if not title.strip():
        raise refuse("请写要办的事。")
    if case.unit_id is None:
        raise refuse("还没有写明有关单位。")
    task = assign_task(
        seat,
        title=title.strip(),
        owner=case.unit_id,
        due_on=due_on,
        basis=basis.strip() or case.clause or "视察发现",
        source_type="finding",
        source_id=case.pk,
    )
    case.task = task
    return Done(detail={"task": task.pk, "unit": case.unit_id})


@verb(FINDING, "link_notes", Finding)
def link_notes(case: Finding, seat: Seat, *, notes: Sequence[int]) -> Done:
    """The field notes a finding of the report rests on (S-021)."""
    rows = FieldNote.objects.filter(committee_id=case.committee_id, pk__in=notes)
    rows = rows.filter(project_id=case.project_id or 0)
    if case.project_id is None or rows.count() != len(set(notes)):
        raise refuse("有的调研记录不属于这个课题。")
    case.notes.set(rows)
    return Done(detail={"notes": sorted(set(notes))[:20]})


@verb(FINDING, "file_finding", Finding)
def file_finding(case: Finding, seat: Seat) -> Done:
    """Nothing further is asked of it."""
    return Done()
