"""分解: a task into parts with weights; the whole's progress is then computed from them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NotRequired, TypedDict

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..clock import await_acceptance, set_clock
from ..flow import TASK
from ..log import entry, heads_and_staff, tell
from ..models import Progress, Task
from .assign_task import in_charge

PLACES = Decimal("0.0001")
MOST = 20


class Part(TypedDict):
    """One part: what, its share of 1 in decimal digits, whose (the owner's own), until when."""

    title: str
    weight: str
    owner: NotRequired[int | None]
    due_on: NotRequired[date | None]


@verb(TASK, "divide_task", Task)
def divide_task(case: Task, seat: Seat, *, parts: Sequence[Part]) -> Done:
    """``parts``: each ``title``, ``weight`` (a share of 1), ``owner``, ``due_on``.

    Weights sum to 1 exactly. A part of the same unit runs at once; another unit's is signed first.
    """
    if not 2 <= len(parts) <= MOST:
        raise refuse(f"分解成 2 到 {MOST} 项。")
    shares = [weight_of(row) for row in parts]
    if (whole := sum(shares, Decimal(0))) != 1:
        raise refuse(f"各项权重加起来要等于 1，现在是 {whole.normalize():f}。")
    if case.parent_id:
        raise refuse("这已经是分解出来的一项，不再往下分。")
    owners = [int(row.get("owner") or case.owner_id) for row in parts]
    units = in_charge(seat, list(dict.fromkeys(owners)))
    made = []
    for row, share, owner in zip(parts, shares, owners, strict=True):
        title, due = str(row.get("title") or "").strip(), row.get("due_on") or case.due_on
        if not title:
            raise refuse("每一项都要写办什么。")
        if given := row.get("due_on"):
            check_due(title, given, case.due_on)
        own = owner == case.owner_id
        part = Task.objects.create(
            committee_id=case.committee_id,
            kind=Task.Kind.ASSIGNED,
            state="doing" if own else "offered",
            title=title[:300],
            owner=units[owner],
            parent=case,
            weight=share,
            basis=case.basis,
            basis_kind=case.basis_kind,
            basis_by=case.basis_by,
            basis_on=case.basis_on,
            assigned_by_id=seat.person_id,
            accepted_on=today() if own else None,
            source_type="task",
            source_id=case.pk,
            case_type=case.case_type,
            case_id=case.case_id,
            subject_id=case.subject_id,
            started_on=today(),
            due_on=due,
            first_due_on=due,
        )
        set_clock(part)
        if not own:
            await_acceptance(part)
            tell(
                part,
                heads_and_staff(part, [owner]),
                "divide_task",
                f"交办任务，请签收：{title}",
                True,
            )
        made.append(part)
    case.percent = 0
    note = entry(case, seat, Progress.Kind.DIVIDED, f"分解成 {len(made)} 项。", 0)
    return Done(about=note, detail={"parts": len(made)})


def check_due(title: str, due: date, whole: date | None) -> None:
    """A part is not due before today, nor after a whole that is still to come."""
    if due < today():
        raise refuse(f"“{title}”的时限不能早于今天。")
    if whole and due > whole >= today():
        raise refuse(f"“{title}”的时限晚于整件任务的时限，请改早，或先申请延期。")


def weight_of(row: Part) -> Decimal:
    """A share of the whole, more than 0, to four places."""
    try:
        share = Decimal(str(row.get("weight"))).quantize(PLACES)
    except ArithmeticError:
        raise refuse("权重写小数，例如 0.4。") from None
    if share <= 0 or share > 1:
        raise refuse("权重要大于 0，不超过 1。")
    return share
