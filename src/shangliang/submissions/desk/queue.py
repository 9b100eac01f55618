"""The rows of the queue as the list shows them."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from ...procedures.seat import Seat
from ..flow import PROPOSAL
from ..models import CoSignature, Submission, Suggestion
from .filters import QueueFilter

PER_PAGE = 50
COLUMNS = (
    "pk",
    "serial",
    "number",
    "number_window",
    "title",
    "nature",
    "state",
    "class_code",
    "asks_count",
    "proposer_names",
    "committee_id",
    "rulebook",
)


@dataclass(frozen=True)
class Row:
    """One row: what parts/queue_item.html needs."""

    key: int
    number: str
    title: str
    url: str
    notes: tuple[str, ...]
    warnings: tuple[str, ...]
    current: bool = False
    selected: bool = False


class Counted(Paginator):
    """A paginator that is told the count, where the page has counted already."""

    def __init__(self, *args: Any, known: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known is not None:
            self.count = known


def shown(rows: QuerySet[Submission]) -> QuerySet[Submission]:
    """With the counts of what is like it and of names not signed, in the one query.

    Only for what waits: the database would count them for every row of the list before it cuts
    the page, and what is done can be many.
    """
    alike = (
        Suggestion.objects.filter(submission=OuterRef("pk"), kind="like")
        .exclude(verdict="wrong")
        .order_by()
        .values("submission")
        .annotate(n=Count("pk"))
        .values("n")
    )
    invited = CoSignature.objects.filter(
        submission=OuterRef("pk"), role="co", state=CoSignature.State.INVITED
    )
    return rows.annotate(
        alike=Coalesce(Subquery(alike, output_field=IntegerField()), 0),
        unsigned=Exists(invited),
    )


def page_of(flt: QueueFilter, seat: Seat, number: str, known: int | None) -> Page[Any]:
    """One page of the queue."""
    rows = flt.rows(seat).only(*COLUMNS)
    listed = rows if flt.tab == "done" else shown(rows)
    return Counted(listed, PER_PAGE, known=known).get_page(number)


def row_of(case: Any, flt: QueueFilter, classes: dict[str, str], page: int, **marks: bool) -> Row:
    """A case of :func:`shown` as the list draws it."""
    names = case.proposer_names
    joint = names if case.nature == "joint" and "等" in names else ""
    nature = f"联名 {names.split('等')[1].removesuffix('人')} 人" if joint else ""
    notes = [nature or case.get_nature_display()]
    if case.class_code:
        notes.append(classes.get(case.class_code, case.class_code))
    if flt.tab == "done":
        notes.append(PROPOSAL.label_of(case.state))
    warnings = []
    if alike := getattr(case, "alike", 0):
        warnings.append(f"相近 {alike} 件")
    if not case.asks_count:
        warnings.append("没有具体建议")
    if getattr(case, "unsigned", False):
        warnings.append("待补会签")
    more = {"case": case.pk} | ({"page": page} if page > 1 else {})
    number = case.number_label if case.number else f"{case.serial or 0:04d}"
    return Row(
        key=case.pk,
        number=number,
        title=case.title or "（无案由）",
        url="?" + flt.query(**more),
        notes=tuple(notes),
        warnings=tuple(warnings),
        **marks,
    )


def next_of(flt: QueueFilter, seat: Seat, case: Submission) -> Submission | None:
    """The case after this one in the same list; the first of the rest when it was the last."""
    rows = flt.rows(seat).exclude(pk=case.pk)
    if flt.tab == "done":
        after = rows.filter(pk__lt=case.pk)
    else:
        at = case.submitted_at
        after = rows.filter(Q(submitted_at__gt=at) | Q(submitted_at=at, pk__gt=case.pk))
    return after.first() or rows.first()
