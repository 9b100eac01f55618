"""撤回: name, unit, phone, fields and notes are deleted; how many and how often stays."""

from ...actors.models import Actor, Tie
from ...journal.erasures import deletes
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..consent import erase
from ..flow import LISTED
from ..models import Listed
from ..models.listed import GONE_NAME

BLANK = ("workplace", "post", "phone", "email", "address", "code", "sex", "ethnicity")


@verb(LISTED, "withdraw_listed", Listed)
def withdraw_listed(case: Listed, seat: Seat) -> Done:
    """A friend's row of the register is emptied too, unless the person stands there for more."""
    erase_all(case)
    return Done(detail={"kind": case.kind})


def erase_all(case: Listed) -> None:
    who = case.person if case.kind == "friend" else None
    erase(case)
    if who and not who.account_id and not Tie.objects.filter(
        committee_id=case.committee_id, who=who
    ).exists():  # fmt: skip
        empty(who)


@deletes("listed.withdraw_listed")
def erase_again(committee_id: int, pk: int) -> None:
    for case in Listed.objects.filter(committee_id=committee_id, pk=pk):
        erase_all(case)
        case.state = LISTED["withdraw_listed"].target or case.state
        case.save()


def empty(who: Actor) -> None:
    """The row stays, since attendance lists point to it; nothing in it says who it was."""
    who.name, who.active, who.birth_year = f"政协之友{GONE_NAME}", False, None
    for name in BLANK:
        setattr(who, name, "")
    who.save()
