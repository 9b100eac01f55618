"""A proposal as the API tells it: in a list, and with its asks, duties, replies and story."""

from datetime import date, datetime
from typing import Any

from ninja import Schema

from .common import Limit, Named, Offer, Page


class ProposalLine(Schema):
    """A proposal in a list."""

    id: int
    session_id: int
    serial: int | None
    number: int | None
    number_label: str
    title: str
    proposers: str
    nature: str
    window: str
    class_code: str
    state: str
    state_label: str
    lead_units: str
    asks_count: int
    round: int
    grade: str
    key: bool
    excellent: bool
    submitted_at: datetime | None
    filed_at: datetime | None
    assigned_at: datetime | None
    replied_at: datetime | None
    closed_at: datetime | None


class Ask(Schema):
    """One recommendation with its answer and what came of it."""

    id: int
    order: int
    text: str
    addressee: str
    answer: str
    grade: str
    due: date | None
    standing: str
    effect: str


class Duty(Schema):
    """One unit's assignment."""

    id: int
    unit: Named
    role: str
    state: str
    state_label: str
    round: int
    assigned_at: datetime
    signed_at: datetime | None
    done_at: datetime | None
    offers: list[Offer]


class AnswerLine(Schema):
    """The answer to one ask in one reply."""

    ask: int
    text: str
    grade: str
    promise: str
    promise_due: date | None


class ReplyDetail(Schema):
    """A reply (or a co-unit's opinion) this seat may read."""

    id: int
    unit: Named
    kind: str
    round: int
    state: str
    doc_number: str
    opening: str
    closing: str
    grade: str
    sent_on: date | None
    answers: list[AnswerLine]
    offers: list[Offer]


class Happened(Schema):
    """One sentence of the timeline."""

    at: datetime
    phase: str
    title: str
    text: str
    who: str


class Ratings(Schema):
    """What this seat may know of the ratings: counts for the office, the own one for its writer,
    for a unit only which asks are to be handled again."""

    said: str
    counts: dict[str, int]
    redo: list[int]
    own: list[dict[str, Any]]


class ProposalDetail(ProposalLine):
    """A proposal with everything this seat may read of it."""

    situation: str
    analysis: str
    consent_public: bool
    confidential: bool
    asks: list[Ask]
    signatures: list[Named]
    duties: list[Duty]
    replies: list[ReplyDetail]
    clocks: list[Limit]
    timeline: list[Happened]
    ratings: Ratings | None
    offers: list[Offer]


class ProposalPage(Page):
    items: list[ProposalLine]
