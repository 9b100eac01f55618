"""检查清单: clauses drawn from a policy, looked at one by one; a fault becomes a finding (S-022)."""

from collections.abc import Sequence

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Max
from django.utils import timezone

from ...documents.queries import clauses as known_clauses
from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Activity, Check, Finding
from ..queries import manages
from .add_finding import add_finding

MOST = 100


def own(seat: Seat, pk: int) -> Activity:
    row = lock(Activity, pk, seat.committee_id)
    if not manages(seat, row):
        raise refuse("检查清单由承办活动的工作人员列、填。", "who")
    if row.state not in ("draft", "open", "closed"):
        raise refuse("活动已经取消或撤销。", "state")
    return row


@act("check.list", "列检查清单")
def list_checks(
    seat: Seat, *, activity: int, clauses: Sequence[int] = (), lines: str = "", source: str = ""
) -> Done:
    """From clauses already read out of a paper, or typed a line each with the paper's name."""
    row = own(seat, activity)
    found = list(known_clauses(seat).filter(pk__in=clauses).select_related("intake"))
    wanted = [(c.text, f"{c.intake} {c.address}") for c in found]
    typed = [line.strip() for line in lines.splitlines() if line.strip()]
    if typed and not source.strip():
        raise refuse("请写条文出自哪个文件。")
    wanted += [(text, source.strip()) for text in typed]
    there = set(row.checks.values_list("text", flat=True))
    new = {text[:400]: where[:200] for text, where in wanted if text[:400] not in there}
    if not new:
        raise refuse("请选条文，或者一行写一条；已经在清单上的不再列。")
    if len(there) + len(new) > MOST:
        raise refuse(f"一次视察最多 {MOST} 条，请分几次。")
    last = row.checks.aggregate(last=Max("order"))["last"] or 0
    Check.objects.bulk_create(
        Check(committee_id=seat.committee_id, activity=row, order=n, text=text, source=where)
        for n, (text, where) in enumerate(new.items(), last + 1)
    )
    return Done(case=row, detail={"count": len(new)})


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
