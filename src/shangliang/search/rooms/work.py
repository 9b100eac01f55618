"""Tasks and files."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from ...documents.models import Document
from ...procedures.reach import REACH
from ...procedures.seat import Seat
from ...tasks.models import Task
from ...tasks.queries import visible as tasks
from ..sources import Entry, Source, register

K = Document.Kind
# Whose files are found; those of other things are opened on their own pages only.
WITH_FILES = frozenset({"submission", "reply", "task", "activity", "voice"})
FOUND = (K.ATTACHMENT, K.ORIGINAL, K.REPLY, K.EVIDENCE)


def all_tasks(committee_id: int) -> QuerySet[Task]:
    return Task.objects.filter(committee_id=committee_id)


def read_tasks(rows: QuerySet[Task]) -> Iterator[Entry]:
    for task in rows.select_related("owner"):
        due = f" · {task.due_on:%Y-%m-%d} 前" if task.due_on else ""
        yield Entry(
            task.pk,
            task.title,
            "　".join(t for t in (task.basis, task.owner.name) if t),
            task.started_on,
            note=f"{task.get_kind_display()} · {task.owner}{due}",
        )


_first: dict[str, str] = {}  # name of a model -> its first table: the same for every seat
_known: list[int] = []  # how many tables there were when it was read


def models_of(seat: Seat) -> dict[str, str]:
    """Read from the tables' own querysets, once a process: some ask the database to be written."""
    if _known != [len(REACH)]:
        _first.clear()
        for table, rows_of in REACH.items():
            _first.setdefault(rows_of(seat).model._meta.model_name or "", table)
        _known[:] = [len(REACH)]
    return _first


def files(seat: Seat) -> QuerySet[Document]:
    """Files of cases one may see, and of rows of them one may see too (documents.queries.opened)."""
    rows = Document.objects.filter(committee_id=seat.committee_id, removed_at=None, kind__in=FOUND)
    if not seat.signed_in:
        return rows.none()
    case, about = Q(pk__in=[]), Q(about_type="")
    tables = models_of(seat)
    for name in sorted(WITH_FILES & set(tables)):
        # As in documents.queries.reachable: the first table of a model decides.
        first = REACH[tables[name]](seat).order_by()
        case |= Q(Exists(first.filter(pk=OuterRef("case_id"))), case_type=name)
        about |= Q(Exists(first.filter(pk=OuterRef("about_id"))), about_type=name)
    walled = set(tables)
    return rows.filter(case).filter(about | ~Q(about_type__in=walled))


def all_files(committee_id: int) -> QuerySet[Document]:
    return Document.objects.filter(committee_id=committee_id, removed_at=None, kind__in=FOUND)


def read_files(rows: QuerySet[Document]) -> Iterator[Entry]:
    for file in rows:
        yield Entry(
            file.pk, file.title, "", timezone.localdate(file.at), note=file.get_kind_display()
        )


register(
    Source(
        "task", "任务", Task, tasks, all_tasks, read_tasks, lambda pk: reverse("task", args=[pk])
    )
)
register(
    Source("file", "文件", Document, files, all_files, read_files,
           lambda pk: reverse("file", args=[pk]), prepare=models_of)
)  # fmt: skip
