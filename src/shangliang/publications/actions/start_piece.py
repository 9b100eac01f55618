"""起草: a text of a kind, drawn from a confirmed result or begun empty."""

from ...engines.text.provable import stated_in
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..book import kinds
from ..flow.who import DESK
from ..found import Found, found
from ..models import Piece, PieceHand, Proof


@act("piece.start", "起草稿件", *DESK)
def start_piece(seat: Seat, *, kind: str, title: str = "", source: str = "") -> Done:
    """``source``: "effect-12". Its words stand in the draft, and prove what they state."""
    book = kinds().get(kind)
    if book is None:
        raise refuse("请选写成哪一种。")
    told = source_named(seat.committee_id, source) if source else None
    title = (title.strip() or (told.title if told else ""))[:80]
    if not title:
        raise refuse("请写标题。")
    into = "result" if kind == "practice" else "text"
    row = Piece.objects.create(
        committee_id=seat.committee_id, kind=kind, title=title,
        parts={into: told.text} if told else {}, by_id=seat.person_id,
        source_type=told.type if told else "", source_id=told.id if told else None,
        source_title=(told.label or told.title)[:200] if told else "",
    )  # fmt: skip
    wrote(row, seat)
    if told:
        prove_by_source(row, told, seat)
    return Done(case=row, detail={"kind": kind, "source": source})


def source_named(committee: int, code: str) -> Found:
    """The public result named "kind-id". Raises Refused."""
    kind, _, pk = code.partition("-")
    row = found(committee, kind, int(pk)) if pk.isdecimal() and len(pk) < 16 else None
    if row is None:
        raise refuse("这件事没有公开，或者已经不公开了，不能拿来写。", "wall")
    return row


def wrote(piece: Piece, seat: Seat) -> None:
    """Keep once a round that this person had a hand in the words."""
    PieceHand.objects.get_or_create(
        committee_id=piece.committee_id, piece=piece, step=PieceHand.Step.WRITE,
        round=piece.round, by_id=seat.person_id,
    )  # fmt: skip


def prove_by_source(piece: Piece, told: Found, seat: Seat) -> None:
    """What the result itself states is proved by it."""
    Proof.objects.bulk_create(
        Proof(
            committee_id=piece.committee_id, piece=piece, words=c.words, sentence=c.sentence,
            about_type=told.type, about_id=told.id, label=(told.label or told.title)[:300],
            stated=True, by_id=seat.person_id, on=today(),
        )
        for c in piece.claims()
        if stated_in(c, told.text)
    )  # fmt: skip
