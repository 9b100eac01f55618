"""Every verb of the procedures as one operation: the same function the buttons call."""

from collections.abc import Callable
from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Body as FromBody
from ninja import Router
from pydantic import BaseModel

from ..procedures.perform import REGISTRY
from ..procedures.reach import REACH, reach
from ..procedures.table import Move, Table
from ..procedures.verdicts import Refused, verdict
from ..submissions.actions.draft_reply import draft_reply
from ..submissions.actions.start import start
from . import shapes
from .auth import seat_of
from .bodies import body_of, form_for
from .errors import ERRORS, Error, Fault, Invalid
from .kinds import Body, Id, Number
from .read_proposals import offered
from .read_proposals import router as proposals

router = Router(tags=["办理动作"])
DOES = {200: shapes.Done, **ERRORS, 409: Error}
MAKES = {200: shapes.Made, **ERRORS, 409: Error}


def perform(request: HttpRequest, key: tuple[str, str], pk: int, given: dict[str, Any]) -> Any:
    """The page of a verb without the page: reach, table, form, action."""
    table, verb = key
    action: Any = REGISTRY[key]
    seat = seat_of(request)
    case = reach(table, seat).filter(pk=pk).first()
    if case is None:
        raise Http404
    said = verdict(action.table, action.move, seat, case)
    if not said:
        raise Refused(said, verb)
    form = form_for(key, given, case, seat)
    if form is not None:
        if not form.is_valid():
            raise Invalid(
                [
                    Fault(field="" if name == "__all__" else name, reason=str(words))
                    for name, errors in form.errors.items()
                    for words in errors
                ]
            )
        given = form.arguments()
    action(seat, pk, **given)
    return after(key, seat, pk, case)


def after(key: tuple[str, str], seat: Any, pk: int, before: Any) -> dict[str, Any]:
    """The row as it is now. A verb may take it out of the seat's sight (a unit let go)."""
    table = REGISTRY[key].table  # type: ignore[attr-defined]
    now = reach(key[0], seat).filter(pk=pk).first()
    row = now
    if row is None:
        model = type(before)
        row = model._default_manager.get(pk=pk, committee_id=seat.committee_id)
    return {
        "table": key[0],
        "id": pk,
        "state": row.state,
        "state_label": table.label_of(row.state),
        "visible": now is not None,
        "offers": offered(table, seat, row) if now is not None else [],
    }


def words_of(table: Table, move: Move) -> str:
    """From which states, by whom and on what basis: the operation's description."""
    who = (move.who.__doc__ or "").strip().split("\n")[0]
    source = "、".join(map(table.label_of, move.source))
    parts = [f"现在是“{source}”时。", f"Who: {who}" if who else "", move.basis]
    return "\n".join(part for part in parts if part)


def operation(key: tuple[str, str], body: type[BaseModel] | None) -> Callable[..., Any]:
    """The view of one verb, with its own signature so that the schema knows its body."""
    if body is None:

        def bare(request: HttpRequest, id: int) -> Any:  # noqa: A002
            return perform(request, key, id, {})

        bare.__annotations__ = {"request": HttpRequest, "id": Id}
        return bare

    def with_body(request: HttpRequest, id: int, body: Any) -> Any:  # noqa: A002
        return perform(request, key, id, body.model_dump(exclude_unset=True))

    kind: Any = Annotated[body, FromBody(...)]
    with_body.__annotations__ = {"request": HttpRequest, "id": Id, "body": kind}
    return with_body


def register() -> None:
    """One operation a verb, in the order of the tables."""
    for key, action in sorted(REGISTRY.items()):
        if key[0] not in REACH:
            continue
        move: Move = action.move  # type: ignore[attr-defined]
        router.add_api_operation(
            f"/do/{key[0]}/{key[1]}/{{id}}",
            ["POST"],
            operation(key, body_of(key, action)),
            response=DOES,
            operation_id=f"{key[0]}_{key[1]}",
            summary=f"{action.table.label}：{move.label}",  # type: ignore[attr-defined]
            description=words_of(action.table, move),  # type: ignore[attr-defined]
        )


class NewProposal(Body):
    """Whose proposal it will be: one's own when nothing is said."""

    author: Number | None = None
    body: Number | None = None


@proposals.post(
    "", response=MAKES, operation_id="start_proposal", summary="提案：新建草稿", tags=["办理动作"]
)
def start_proposal(request: HttpRequest, body: NewProposal) -> dict[str, Any]:
    """A draft of one's own, of a body one drafts for, or (the office) for a member."""
    case = start(seat_of(request), author_id=body.author, body_id=body.body)
    return {"id": case.pk, "state": case.state}


@router.post(
    "/assignments/{id}/reply", response=MAKES, operation_id="start_reply", summary="答复：拟稿"
)
def start_reply(request: HttpRequest, id: Id) -> dict[str, Any]:  # noqa: A002
    """The unit's reply of this round; made once, found again after."""
    row = draft_reply(seat_of(request), id)
    return {"id": row.pk, "state": row.state}
