"""登记与改动: people and bodies enter the register, are corrected, renamed, put out of use."""

from typing import Any

from django.db import IntegrityError, transaction

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import Refused, refuse
from ..models import Actor, Alias

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


@act("person.enter", "登记人员", Role.CLERK)
def enter_person(seat: Seat, **data: Any) -> Done:
    """A person for the register; two people may share a name, never a number."""
    row = Actor(committee_id=seat.committee_id, kind=Actor.Kind.PERSON)
    fields = changed(row, data, PERSON_FIELDS)
    store(row)
    return Done(case=row, detail={"fields": fields})


@act("person.edit", "改人员", Role.CLERK)
def edit_person(seat: Seat, pk: int, **data: Any) -> Done:
    """The office corrects a person's row; the event keeps which fields, not their text."""
    row = lock(Actor, pk, seat.committee_id)
    if row.kind != Actor.Kind.PERSON:
        raise refuse("这不是人员。")
    fields = changed(row, data, PERSON_FIELDS)
    store(row)
    return Done(case=row, detail={"fields": fields})


@act("body.enter", "登记机构", Role.CLERK)
def enter_body(seat: Seat, kind: str, **data: Any) -> Done:
    """A unit, sector, committee, group, party ...: no two of one kind share a name."""
    if kind not in BODY_KINDS:
        raise refuse("这一类机构不在这里登记。")
    row = Actor(committee_id=seat.committee_id, kind=kind)
    fields = changed(row, data, BODY_FIELDS)
    store(row)
    return Done(case=row, detail={"kind": kind, "fields": fields})


@act("body.edit", "改机构", Role.CLERK)
def edit_body(seat: Seat, pk: int, **data: Any) -> Done:
    """A renamed body keeps its old name as an alias, so that old papers still find it."""
    row = lock(Actor, pk, seat.committee_id)
    if row.kind not in BODY_KINDS:
        raise refuse("这一类机构不在这里改。")
    before = row.name
    fields = changed(row, data, BODY_FIELDS)
    store(row)
    if "name" in fields:
        Alias.objects.get_or_create(committee_id=seat.committee_id, actor=row, name=before)
    return Done(case=row, detail={"fields": fields})


@act("body.retire", "停用", Role.CLERK)
def retire(seat: Seat, pk: int, *, active: bool = False) -> Done:
    """A body out of use is not offered any more; its history stays. ``active`` brings it back."""
    row = lock(Actor, pk, seat.committee_id)
    row.active = active
    row.save(update_fields=["active"])
    return Done(case=row, detail={"active": active})
