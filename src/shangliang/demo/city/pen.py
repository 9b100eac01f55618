"""The pen: collects rows with their ids given beforehand, and writes them in bulk at the end."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.utils import timezone

from ...journal.digest import digest
from ...journal.kinds import type_of
from ...journal.models import Chain, Event
from ...journal.write import check_detail, fields_of

M = TypeVar("M", bound=models.Model)
BATCH = 500


@contextmanager
def dated_by_hand(model: type[models.Model]) -> Iterator[None]:
    """Times of the past stay as written: columns that date themselves keep still meanwhile."""
    marked = [
        (column, name)
        for column in model._meta.concrete_fields
        for name in ("auto_now", "auto_now_add")
        if getattr(column, name, False)
    ]
    for column, name in marked:
        setattr(column, name, False)
    try:
        yield
    finally:
        for column, name in marked:
            setattr(column, name, True)


@cache
def dated_columns(model: type[models.Model]) -> list[str]:
    """Columns that date themselves when a row is saved, which a row written in bulk is not."""
    return [
        column.attname
        for column in model._meta.concrete_fields
        if getattr(column, "auto_now", False) or getattr(column, "auto_now_add", False)
    ]


class Pen:
    """Rows by model in the order first written; events apart, since their chain wants time order."""

    def __init__(self) -> None:
        self.rows: dict[type[models.Model], list[models.Model]] = {}
        self.next_id: dict[type[models.Model], int] = defaultdict(lambda: 1)
        self.events: list[Event] = []

    def new(self, model: type[M], **fields: Any) -> M:
        """A row that will be written; its id is known at once."""
        row = model(pk=self.next_id[model], **fields)
        for name in dated_columns(model):
            if getattr(row, name) is None:
                setattr(row, name, timezone.now())
        self.next_id[model] += 1
        self.rows.setdefault(model, []).append(row)
        return row

    def event(
        self,
        at: datetime,
        person_id: int | None,
        verb: str,
        case: models.Model,
        about: models.Model | None = None,
        **detail: Any,
    ) -> None:
        """One act; chained when written."""
        about = about or case
        self.events.append(
            Event(
                committee_id=case.committee_id,  # type: ignore[attr-defined]
                at=at,
                person_id=person_id,
                verb=verb,
                case_type=type_of(case),
                case_id=case.pk,
                about_type=type_of(about),
                about_id=about.pk,
                detail=check_detail(detail),
            )
        )

    def write(self, order: Iterable[type[models.Model]]) -> None:
        """Everything in one transaction; ``order`` names the models so that keys point backwards."""
        with transaction.atomic():
            names = list(order)
            names += [m for m in self.rows if m not in names]
            for model in names:
                with dated_by_hand(model):
                    model._default_manager.bulk_create(self.rows.get(model, []), batch_size=BATCH)
            self.write_chain()
            self.reset_sequences([*names, Event, Chain])

    def write_chain(self) -> None:
        """Events in order of time, each committee's chain from its first to its last."""
        heads: dict[int, tuple[int, str]] = {}
        self.events.sort(key=lambda e: e.at)
        for event in self.events:
            seq, prev = heads.get(event.committee_id, (0, ""))
            event.seq, event.prev = seq + 1, prev
            event.digest = digest(prev, fields_of(event), settings.JOURNAL_DIGEST)
            heads[event.committee_id] = (event.seq, event.digest)
        Event.objects.bulk_create(self.events, batch_size=BATCH)
        Chain.objects.bulk_create(
            Chain(committee_id=c, seq=seq, digest=head) for c, (seq, head) in heads.items()
        )

    def reset_sequences(self, written: list[type[models.Model]]) -> None:
        """PostgreSQL counts on from the ids given here."""
        statements = connection.ops.sequence_reset_sql(no_style(), written)
        if statements:
            with connection.cursor() as cursor:
                for statement in statements:
                    cursor.execute(statement)
