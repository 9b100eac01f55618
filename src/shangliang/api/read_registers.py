"""Reading the registers, the sessions and the rules."""

from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Router
from pydantic import Field

from ..actors.models import Actor, Alias, Session, Tie
from ..actors.queries import actors, find, members, ties_of
from ..procedures.office_calendar import today
from ..procedures.perform import REGISTRY
from ..procedures.table import Table
from ..rulebooks.queries import NoRulebook, in_force
from . import shapes
from .auth import seat_of
from .errors import ERRORS
from .kinds import Id
from .read_proposals import PageNumber, Size, Word, paging

router = Router(tags=["名册与规则"])


@router.get("/me", response={200: shapes.Me, **ERRORS}, operation_id="me", summary="我是谁")
def me(request: HttpRequest) -> dict[str, Any]:
    """The seat the call acts from."""
    seat = seat_of(request)
    return {
        "person": {"id": seat.person_id, "name": seat.name},
        "committee": {"id": seat.committee_id, "name": seat.committee_name},
        "roles": sorted(seat.roles),
        "units": sorted(seat.units),
        "bodies": sorted(seat.bodies | seat.heads),
    }


@router.get(
    "/sessions",
    response={200: list[shapes.SessionLine], **ERRORS},
    operation_id="list_sessions",
    summary="届次",
)
def list_sessions(request: HttpRequest) -> list[dict[str, Any]]:
    """Sessions of the committee, newest first."""
    rows = Session.objects.filter(committee_id=seat_of(request).committee_id)
    return [
        {"id": s.pk, "name": str(s), "year": s.year, "opens": s.opens, "closes": s.closes}
        for s in rows.select_related("term")
    ]


@router.get(
    "/members",
    response={200: shapes.MemberPage, **ERRORS},
    operation_id="list_members",
    summary="委员名册",
)
def list_members(
    request: HttpRequest, q: Word = "", page: PageNumber = 1, size: Size = 25
) -> dict[str, Any]:
    """Members today in stroke order, by name, pinyin or its first letters."""
    rows = find(members(seat_of(request)), q)
    first = (page - 1) * size
    return paging(page, size, rows.order_by().count()) | {
        "items": with_sectors(list(rows[first : first + size]))
    }


@router.get(
    "/members/{id}",
    response={200: shapes.Member, **ERRORS},
    operation_id="get_member",
    summary="一位委员",
)
def get_member(request: HttpRequest, id: Id) -> dict[str, Any]:  # noqa: A002
    """One member."""
    found = members(seat_of(request)).filter(pk=id).first()
    if found is None:
        raise Http404
    return with_sectors([found])[0]


def with_sectors(people: list[Actor]) -> list[dict[str, Any]]:
    """Names, posts and sectors; nothing by which a person is reached at home."""
    ties = ties_of(people, today(), Tie.Kind.SECTOR)
    return [
        {
            "id": p.pk,
            "name": p.name,
            "code": p.code,
            "workplace": p.workplace,
            "post": p.post,
            "sectors": [str(t.whom) for t in ties[p.pk].get(Tie.Kind.SECTOR, [])],
        }
        for p in people
    ]


@router.get(
    "/units",
    response={200: shapes.UnitPage, **ERRORS},
    operation_id="list_units",
    summary="承办单位名册",
)
def list_units(
    request: HttpRequest, q: Word = "", page: PageNumber = 1, size: Size = 25
) -> dict[str, Any]:
    """Handling units in stroke order, by any of their names."""
    rows = find(actors(seat_of(request)).filter(kind=Actor.Kind.UNIT), q)
    first = (page - 1) * size
    return paging(page, size, rows.order_by().count()) | {
        "items": with_aliases(list(rows[first : first + size]))
    }


@router.get(
    "/units/{id}",
    response={200: shapes.Unit, **ERRORS},
    operation_id="get_unit",
    summary="一个承办单位",
)
def get_unit(request: HttpRequest, id: Id) -> dict[str, Any]:  # noqa: A002
    """One unit."""
    found = actors(seat_of(request)).filter(kind=Actor.Kind.UNIT, pk=id).first()
    if found is None:
        raise Http404
    return with_aliases([found])[0]


def with_aliases(units: list[Actor]) -> list[dict[str, Any]]:
    """Units with their other names, in one question."""
    names: dict[int, list[str]] = {u.pk: [] for u in units}
    for actor, name in Alias.objects.filter(actor_id__in=names).values_list("actor_id", "name"):
        names[actor].append(name)
    return [
        {"id": u.pk, "name": u.name, "short": u.short, "active": u.active, "aliases": names[u.pk]}
        for u in units
    ]


@router.get(
    "/rulebook",
    response={200: shapes.RulebookInForce, **ERRORS},
    operation_id="get_rulebook",
    summary="施行中的规程",
)
def get_rulebook(request: HttpRequest) -> dict[str, Any]:
    """The rulebook for proposals that holds today."""
    try:
        book = in_force(seat_of(request).committee_id, today())
    except NoRulebook as error:
        raise Http404 from error
    plain = ("id", "name", "version", "valid_from", "body")
    return {name: getattr(book, name) for name in plain}


def tables() -> dict[str, Table]:
    """Every procedure that has verbs."""
    return {action.table.name: action.table for action in REGISTRY.values()}  # type: ignore[attr-defined]


def table_line(table: Table) -> dict[str, Any]:
    """A table as data; who and when by the sentences above them in the code."""
    return {
        "name": table.name,
        "label": table.label,
        "initial": table.initial,
        "states": table.states,
        "final": sorted(table.final),
        "moves": [
            {
                "verb": m.verb,
                "label": m.label,
                "source": list(m.source),
                "target": list(m.lands()),
                "who": m.who.__name__,
                "when": [c.__name__ for c in m.when],
                "starts": list(m.starts),
                "stops": list(m.stops),
                "phase": m.phase,
                "says": m.says,
                "basis": m.basis,
                "step": m.step,
            }
            for m in table
        ],
    }


@router.get(
    "/procedures",
    response={200: list[shapes.TableLine], **ERRORS},
    operation_id="list_procedures",
    summary="流程表",
)
def list_procedures(request: HttpRequest) -> list[dict[str, Any]]:
    """The tables that pages, permissions and this API read."""
    return [table_line(table) for table in tables().values()]


@router.get(
    "/procedures/{name}",
    response={200: shapes.TableLine, **ERRORS},
    operation_id="get_procedure",
    summary="一张流程表",
)
def get_procedure(
    request: HttpRequest, name: Annotated[str, Field(pattern="^[a-z_]{1,30}$")]
) -> dict[str, Any]:
    """One table by its name: proposal, assignment, reply, task."""
    found = tables().get(name)
    if found is None:
        raise Http404
    return table_line(found)
