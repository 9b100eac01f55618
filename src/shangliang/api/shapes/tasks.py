"""A task as the API tells it."""

from datetime import date

from ninja import Schema

from .common import Named, Offer, Page


class TaskLine(Schema):
    """A commitment."""

    id: int
    title: str
    owner: Named
    person_name: str
    basis: str
    case_id: int | None
    state: str
    state_label: str
    started_on: date
    first_due_on: date | None
    due_on: date | None
    done_on: date | None
    verified_on: date | None


class Step(Schema):
    """One entry of a commitment's log."""

    on: date
    kind: str
    percent: int
    text: str


class TaskDetail(TaskLine):
    """A commitment with its log and the verbs open to this seat."""

    log: list[Step]
    offers: list[Offer]


class TaskPage(Page):
    items: list[TaskLine]
