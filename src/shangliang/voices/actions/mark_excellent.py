"""评为优秀: the editor's mark on an item that was used."""

from django.db import transaction

from ...journal import write as journal
from ...procedures.perform import lock
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..flow import OUT
from ..models import Voice
from ..tell import tell_authors


def mark_excellent(seat: Seat, pk: int, *, on: bool = True) -> Voice:
    """Only what was printed; the author is told when it is given."""
    if not seat.has(Role.EDITOR):
        raise refuse("只有信息编辑可以。", "who")
    with transaction.atomic():
        case = lock(Voice, pk, seat.committee_id)
        if case.state not in OUT:
            raise refuse("印发以后才能评优秀。", "state")
        case.excellent = on
        case.save(update_fields=["excellent"])
        journal.write(
            committee_id=case.committee_id, person_id=seat.person_id, verb="voice.mark_excellent",
            case=case, detail={"on": on},
        )  # fmt: skip
        if on:
            tell_authors(case, seat, "mark_excellent", "评为优秀信息。")
        return case
