"""按清单查看."""

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..checklist import own
from ..models import Check, Finding
from .add_finding import add_finding


@act("check.see", "按清单查看")
def see_check(
    seat: Seat,
    *,
    check: int,
    seen: str,
    note: str = "",
    unit: int | None = None,
    photo: UploadedFile | None = None,
) -> Done:
    """What the spot shows of one clause. 有问题 makes the finding, with the clause on it."""
    line = Check.objects.filter(committee_id=seat.committee_id, pk=check).first()
    if line is None:
        raise refuse("没有找到这一条。", "wall")
    row = own(seat, line.activity_id)
    if line.finding_id:
        raise refuse("这一条已经记成发现，改在发现里改。")
    if seen not in (Check.Seen.GOOD, Check.Seen.BAD, Check.Seen.APART):
        raise refuse("请选做到了、有问题，还是这次看不到。")
    if row.starts_at > timezone.now():
        raise refuse("活动还没有开始，到了现场再填。")
    if seen == Check.Seen.BAD:
        if not note.strip():
            raise refuse("请写看到什么问题。")
        add_finding(
            seat, row.pk, kind=Finding.Kind.PROBLEM, text=note.strip(), unit=unit, photo=photo,
            clause=f"{line.source}：{line.text}" if line.source else line.text,
        )  # fmt: skip
        line.finding = Finding.objects.filter(activity=row).latest("pk")
    line.seen, line.note = seen, note.strip()[:300]
    line.by_id, line.at = seat.person_id, timezone.now()
    line.save()
    return Done(case=row, about=line, detail={"seen": seen})
