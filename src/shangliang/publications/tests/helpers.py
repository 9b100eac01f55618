"""What the tests of this room begin from: a published proposal whose effect somebody else judged."""

from shangliang.procedures.office_calendar import today
from shangliang.procedures.perform import REGISTRY
from shangliang.publications.actions.start_gazette import start_gazette
from shangliang.publications.actions.start_piece import start_piece
from shangliang.publications.models import Gazette, Piece
from shangliang.submissions.actions.publish import publish
from shangliang.submissions.models import Submission
from shangliang.tasks.actions.judge_effect import judge_effect
from shangliang.tasks.actions.record_effect import record_effect

REVIEWS = (("pass_first", "clerk"), ("pass_second", "second"), ("pass_final", "leader"))
TEXT = {
    "problem": "原来难。",
    "doing": "住建局牵头办。",
    "result": "办成了。",
    "lesson": "要有人管。",
}


def do(verb, seat, row, **data):
    table = "gazette" if isinstance(row, Gazette) else "piece"
    return REGISTRY[table, verb](seat, row.pk, **data)


def published(city) -> Submission:
    """Answered and open to everybody."""
    case = city.replied()
    publish(city.seat("clerk"), case.pk, checked=True)
    return Submission.objects.get(pk=case.pk)


def effect(city, case=None, value="0台"):
    """停用的电梯 12台 → 0台, judged by the supervisor."""
    case = case or published(city)
    ask = case.recommendations.order_by("order").first()
    row = record_effect(
        city.seat("supervisor"), about=ask, case=case, doer_id=city.units["housing"].pk,
        measure="停用的电梯", baseline="12台", value=value, measured_on=today(),
    )  # fmt: skip
    return judge_effect(
        city.seat("supervisor"), row.pk, case=case, verdict="solved", how="到现场点过数。"
    )


def drawn(city, kind="news", who="editor", row=None) -> Piece:
    """A text begun from a judged effect; what the effect states is proved by it."""
    row = row or effect(city)
    return start_piece(city.seat(who), kind=kind, source=f"effect-{row.pk}")


def approved(city, piece=None, **more) -> Piece:
    piece = piece or drawn(city, **more)
    if piece.kind == "practice":
        do("edit_piece", city.seat("editor"), piece, title=piece.title, parts=TEXT)
    do("submit_piece", city.seat("editor"), piece)
    for verb, who in REVIEWS:
        do(verb, city.seat(who), piece)
    return Piece.objects.get(pk=piece.pk)


def out(city, kind="release", **more) -> Piece:
    """Published by itself."""
    piece = drawn(city, kind=kind, **more)
    if kind == "release":
        parts = piece.parts | {"contact": "办公室 0000-1"}
        do("edit_piece", city.seat("editor"), piece, title=piece.title, parts=parts)
    piece = approved(city, piece)
    do("publish_piece", city.seat("editor"), piece)
    return Piece.objects.get(pk=piece.pk)


def issued(city, **more) -> Gazette:
    row = start_gazette(city.seat("editor"), name="政协信息", pieces=[approved(city, **more).pk])
    do("release_gazette", city.seat("leader"), row)
    return Gazette.objects.get(pk=row.pk)
