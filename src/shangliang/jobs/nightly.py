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
