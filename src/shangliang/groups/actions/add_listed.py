"""列入名单: asked first; with consent on paper it is in force at once. Nothing without an end date."""

from datetime import date

from ...actors.models import Actor
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..belonging import person_of
from ..consent import check_until, rules
from ..limits import plain_matter
from ..models import Listed
from ..people import OFFICE
from ..words import LISTS


@act("listed.add", "列入名单")
def add_listed(
    seat: Seat,
    *,
    kind: str,
    purpose: str,
    until: date,
    person: int | None = None,
    name: str = "",
    unit: str = "",
    post_name: str = "",
    phone: str = "",
    fields: str = "",
    how: str = "",
    every_days: int | None = None,
) -> Done:
    """``person``: somebody of the register. ``how``: how they agreed (paper, by phone …); whoever has
    an account agrees there and nowhere else. A contact's keeper is the one who enters it.
    """
    if kind not in LISTS:
        raise refuse("请选名单。")
    may_add(seat, kind, person)
    if not purpose.strip():
        raise refuse("请写用途：没有用途就不能留人的联系方式。")
    check_until(until)
    plain_matter(name, unit, post_name, fields)
    who = person_of(seat.committee_id, person) if person else None
    if who is None and not name.strip():
        raise refuse("请写姓名或名称。")
    if kind == "friend" and who is None:
        who = Actor(
            committee_id=seat.committee_id, kind=Actor.Kind.PERSON, name=" ".join(name.split())[:60],
            workplace=unit.strip()[:120], phone=phone.strip()[:40],
        )  # fmt: skip
        who.save()
    if who and Listed.objects.filter(
        committee_id=seat.committee_id, kind=kind, person=who
    ).exclude(state="gone"):  # fmt: skip
        raise refuse(f"{who} 已经在“{LISTS[kind]}”里。")
    himself = who is not None and who.pk == seat.person_id
    said = "本人在网上同意" if himself else "" if who and who.account_id else how.strip()
    row = Listed.objects.create(
        committee_id=seat.committee_id, kind=kind, state="in" if said else "asked", person=who,
        keeper_id=seat.person_id if kind == "contact" else None,
        name=(who.name if who else " ".join(name.split()))[:60],
        unit=(unit.strip() or (who.workplace if who else ""))[:120],
        post=(post_name.strip() or (who.post if who else ""))[:60],
        phone=(phone.strip() or (who.phone if who and kind != "member" else ""))[:40],
        fields=fields.strip()[:200], purpose=purpose.strip()[:200], how=said[:60],
        consent_on=today() if said else None, until=until, made_on=today(),
        every_days=(rules().every_days if every_days is None else every_days)
        if kind == "contact" else 0,
    )  # fmt: skip
    if who and who.account_id and not himself:
        post(
            committee_id=seat.committee_id, to=[who.pk], kind="listed.ask",
            text=f"请您看是否同意列入“{LISTS[kind]}”", case=row, url=row.get_absolute_url(),
            needs_act=True,
        )  # fmt: skip
    return Done(case=row, detail={"kind": kind, "until": until})


def may_add(seat: Seat, kind: str, person: int | None) -> None:
    """The office keeps the pool and the friends; members and leaders their own contacts; anybody who
    is a member puts himself into the pool."""
    if kind == "contact":
        if seat.has(Role.MEMBER, Role.LEADER, *OFFICE):
            return
        raise refuse("联系对象由委员、领导或工作人员自己登记。", "who")
    if seat.has(*OFFICE) or (
        kind == "member" and person == seat.person_id and seat.has(Role.MEMBER)
    ):
        return
    raise refuse("这份名单由提案委或专委会工作人员登记。", "who")
