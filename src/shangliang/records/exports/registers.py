"""The registers of members and of units. Telephones leave the house with the office alone."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest

from ...actors.models import Actor, Alias, Tie
from ...actors.queries import actors, find, members
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ..exporting import Column, Exporter, register

K = Tie.Kind


def tied(committee_id: int, *kinds: str) -> dict[int, dict[str, str]]:
    """{who: {kind: names of what they stand in}} today, in one question."""
    out: dict[int, dict[str, str]] = {}
    ties = (
        Tie.objects.filter(committee_id=committee_id, kind__in=kinds)
        .on(today())
        .order_by("rank", "id")
        .values_list("who_id", "kind", "whom__name", "title")
    )
    for who, kind, name, title in ties.iterator(chunk_size=2000):
        mine = out.setdefault(who, {})
        word = (title or name) if kind == K.OFFICE else name
        mine[kind] = f"{mine[kind]}、{word}" if kind in mine else word
    return out


def member_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """Members today in stroke order, with the register's own words (``?q=``). Two questions."""
    known = tied(seat.committee_id, K.SECTOR, K.SPECIAL_COMMITTEE, K.GROUP, K.PARTY, K.OFFICE)
    found = find(members(seat), request.GET.get("q", "")[:60].replace("\x00", ""))
    fields = [
        "pk",
        "code",
        "name",
        "sex",
        "ethnicity",
        "birth_year",
        "workplace",
        "post",
        "phone",
        "email",
        "address",
    ]
    for row in found.values_list(*fields).iterator(chunk_size=2000):
        mine = known.get(row[0], {})
        yield (
            *row[1:6],
            *(mine.get(k, "") for k in (K.SECTOR, K.SPECIAL_COMMITTEE, K.GROUP, K.PARTY, K.OFFICE)),
            *row[6:],
        )


def unit_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """Handling units in stroke order with their other names. Three questions."""
    systems = tied(seat.committee_id, K.SYSTEM)
    names: dict[int, list[str]] = {}
    for actor, name in Alias.objects.filter(committee_id=seat.committee_id).values_list(
        "actor_id", "name"
    ):
        names.setdefault(actor, []).append(name)
    found = find(actors(seat), request.GET.get("q", "")[:60].replace("\x00", ""))
    fields = [
        "pk",
        "name",
        "short",
        "code",
        "number_prefix",
        "letter_mark",
        "phone",
        "email",
        "address",
        "active",
    ]
    rows = found.filter(kind=Actor.Kind.UNIT).values_list(*fields)
    for row in rows.iterator(chunk_size=2000):
        yield (
            *row[1:3],
            "、".join(names.get(row[0], [])),
            systems.get(row[0], {}).get(K.SYSTEM, ""),
            *row[3:],
        )


register(
    Exporter(
        "members",
        "委员名册",
        (
            Column("编号", 12),
            Column("姓名", 10),
            Column("性别", 6),
            Column("民族", 8),
            Column("出生年", 8),
            Column("界别", 18),
            Column("专门委员会", 20),
            Column("委员小组", 14),
            Column("党派", 18),
            Column("政协职务", 12),
            Column("工作单位", 28),
            Column("职务", 18),
            Column("电话", 14),
            Column("电子邮箱", 22),
            Column("通信地址", 28),
        ),
        member_rows,
        (Role.CLERK,),
    )
)
register(
    Exporter(
        "units",
        "承办单位名册",
        (
            Column("名称", 32),
            Column("简称", 16),
            Column("别名", 32),
            Column("系统", 12),
            Column("编号", 12),
            Column("机关代字", 12),
            Column("发文机关标志", 24),
            Column("电话", 14),
            Column("电子邮箱", 22),
            Column("地址", 28),
            Column("在用", 6),
        ),
        unit_rows,
        (Role.CLERK, Role.SUPERVISOR, Role.LEADER, Role.ADMIN),
    )
)
