"""成批开账号: after an import, an account for each of many people, handed over on paper slips."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from ...actors.models import Actor
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import User
from .make_account import LOGIN, make_account

MOST = 50  # a page of the list; each password is hashed slowly on purpose
DAYS = 7  # slips are handed out at a meeting, not on the telephone


def free_login(person: Actor, taken: set[str]) -> str:
    """The member's number, else the name in pinyin; a figure behind it where it is in use."""
    wish = person.code if LOGIN.match(person.code or "") else (person.pinyin or "").replace(" ", "")
    wish = (wish if LOGIN.match(wish) else f"r{person.pk}")[:50]
    used = {
        name.lower()
        for name in User.objects.filter(username__istartswith=wish).values_list(
            "username", flat=True
        )
    } | taken
    name, n = wish, 1
    while name.lower() in used:
        n += 1
        name = f"{wish}{n}"
    taken.add(name.lower())
    return name


def make_accounts(seat: Seat, people: Sequence[int]) -> list[tuple[Actor, User, str]]:
    """(person, account, one-time password) of each, all or none; one event an account.

    Somebody who has an account already is left out: two administrators may press at once.
    """
    if not people:
        raise refuse("还没有选人。")
    if len(people) > MOST:
        raise refuse(f"一次最多开 {MOST} 个账号，您选了 {len(people)} 个。")
    until = timezone.now() + timedelta(days=DAYS)
    made, taken = [], set[str]()
    with transaction.atomic():
        found = Actor.objects.filter(
            committee_id=seat.committee_id, pk__in=people, kind=Actor.Kind.PERSON
        )
        for person in found.select_for_update(of=("self",), no_key=True).order_by("stroke_key"):
            if person.account_id:
                continue
            login = free_login(person, taken)
            account, secret = make_account(seat, person=person.pk, username=login)
            User.objects.filter(pk=account.pk).update(initial_until=until)
            made.append((person, account, secret))
    if not made:
        raise refuse("选中的人都已经有账号了。", "state")
    return made
