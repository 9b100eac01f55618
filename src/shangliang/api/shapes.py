"""What the API answers with. Names follow the models; words are the office's own."""

from datetime import date, datetime
from typing import Any

from ninja import Schema


class Named(Schema):
    """An actor as others may know it."""

    id: int
    name: str


class Offer(Schema):
    """A verb that concerns this seat here: done now, or waiting for what ``reason`` names."""

    verb: str
    label: str
    ok: bool
    reason: str = ""


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


class Limit(Schema):
    """A clock."""

    id: int
    kind: str
    label: str
    unit: str
    round: int
    started_on: date
    due_on: date
    provisional: bool
    paused: bool
    met_on: date | None
    dropped_on: date | None


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


class Member(Schema):
    """A member as the register shows everybody: no telephone, no address."""

    id: int
    name: str
    code: str
    workplace: str
    post: str
    sectors: list[str]


class Unit(Schema):
    """A handling unit with its other names."""

    id: int
    name: str
    short: str
    active: bool
    aliases: list[str]


class RulebookInForce(Schema):
    """The rulebook of today."""

    id: int
    name: str
    version: int
    valid_from: date | None
    body: dict[str, Any]


class MoveLine(Schema):
    """One row of a procedure's table."""

    verb: str
    label: str
    source: list[str]
    target: list[str]
    who: str
    when: list[str]
    starts: list[str]
    stops: list[str]
    phase: str
    says: str
    basis: str
    step: str


class TableLine(Schema):
    """A procedure: its states and its rows."""

    name: str
    label: str
    initial: str
    states: dict[str, str]
    final: list[str]
    moves: list[MoveLine]


class Me(Schema):
    """Whom the call acts for."""

    person: Named
    committee: Named
    roles: list[str]
    units: list[int]
    bodies: list[int]


class SessionLine(Schema):
    """A session (届次)."""

    id: int
    name: str
    year: int
    opens: date
    closes: date


class Done(Schema):
    """What a verb left behind: the row, its state now, the verbs open next."""

    table: str
    id: int
    state: str
    state_label: str
    visible: bool
    offers: list[Offer]


class Made(Schema):
    """A new row."""

    id: int
    state: str


class Page(Schema):
    """One page of a list; ``count`` is of the whole."""

    page: int
    size: int
    count: int


class ProposalPage(Page):
    items: list[ProposalLine]


class TaskPage(Page):
    items: list[TaskLine]


class MemberPage(Page):
    items: list[Member]


class UnitPage(Page):
    items: list[Unit]
