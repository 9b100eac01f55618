"""What is proved every night without being asked."""

from ..journal.models import Chain
from ..journal.verify import Fault, verify
from .beats import beat


def verify_one(committee_id: int) -> list[Fault]:
    """Every fault of one chain (at most a hundred); the outcome is kept for the health page."""
    faults = []
    for fault in verify(committee_id):
        faults.append(fault)
        if len(faults) >= 100:
            break
    beat(f"verified:{committee_id}", str(faults[0]) if faults else "")
    return faults


def verify_all() -> str:
    """Every committee's chain. Returns a line for the health page."""
    pks = list(Chain.objects.values_list("committee_id", flat=True).order_by("committee_id"))
    broken = sum(bool(verify_one(pk)) for pk in pks)
    return f"{len(pks)} chains, {broken} broken"


def nightly_search() -> str:
    """An index that is missing or of an older version is built; what was learned is learned anew."""
    from ..search.index import rebuild_all
    from ..search.learn import learn_all

    built, learned = rebuild_all(), learn_all()
    return f"{built or 0} built, {learned or 0} learned"


def nightly_accounts() -> str:
    """Accounts that reach others' matters and that nobody used for long are closed."""
    from ..accounts.actions.unused import close_unused

    pks = list(Chain.objects.values_list("committee_id", flat=True))
    return f"{sum(close_unused(pk) for pk in pks)} closed"


def nightly_sources() -> str:
    """Names of those who told something are erased when their time is over (catalogue E1, E17)."""
    from ..activities.actions.forget_guests import forget_guests
    from ..voices.actions.forget_due import forget_due
    from ..voices.actions.open_source import erase_due

    pks = list(Chain.objects.values_list("committee_id", flat=True))
    return f"{sum(erase_due(pk) + forget_due(pk) + forget_guests(pk) for pk in pks)} erased"


def nightly_erasures() -> str:
    """The list of withdrawn names beside the database holds what the log holds (catalogue E5)."""
    from ..journal.erasures import complete

    return f"{complete()} added"
