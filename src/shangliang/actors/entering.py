"""登记与改动: how a person or a body is written into the register, and what counts as the same one."""

from typing import Any

from django.db import IntegrityError, transaction

from ..procedures.verdicts import Refused, refuse
from .models import Actor

PERSON_FIELDS = (
    "name", "code", "sex", "ethnicity", "birth_year", "workplace", "post", "phone", "email", "address",
)  # fmt: skip


BODY_FIELDS = (
    "name",
    "short",
    "code",
    "duties",
    "letter_mark",
    "number_prefix",
    "phone",
    "address",
)


BODY_KINDS = (
    Actor.Kind.UNIT, Actor.Kind.SECTOR, Actor.Kind.SPECIAL_COMMITTEE, Actor.Kind.GROUP,
    Actor.Kind.PARTY, Actor.Kind.ORGANISATION, Actor.Kind.SYSTEM, Actor.Kind.COUNTY,
)  # fmt: skip


def twin(row: Actor) -> Refused:
    """The words for a name or number that is taken."""
    return refuse(
        f"本政协的{row.get_kind_display()}里已有同名或同编号的：{row.name}。请核对后再存。"
    )


def store(row: Actor) -> None:
    """Save; a taken name or code is said in words instead of failing."""
    row.name = " ".join(row.name.split())
    if not row.name:
        raise refuse("还没有写名称。")
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as taken:
        raise twin(row) from taken


def changed(row: Actor, data: dict[str, Any], fields: tuple[str, ...]) -> list[str]:
    """Set what differs; the names of the fields that did."""
    out = []
    for name in fields:
        if name in data and getattr(row, name) != data[name]:
            setattr(row, name, data[name])
            out.append(name)
    return out
