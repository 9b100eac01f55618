"""印参加码: slips for residents who have no account, one voice each."""

import secrets

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..flow import host
from ..models import ALPHABET, Round, Ticket
from .answer import digest

MOST = 2000


@act("round.tickets", "印参加码", Role.ORGANISER, Role.CONVENOR)
def make_tickets(seat: Seat, pk: int, *, count: int) -> Done:
    """So many new codes, returned this once; only their digests are kept. Returns the codes."""
    case = lock(Round, pk, seat.committee_id)
    if missing := host(seat, case):
        raise refuse(missing, "who")
    if case.entry != Round.Entry.TICKETS:
        raise refuse("这一场不凭参加码。开场前在“改题目和设置”里改。")
    if case.state not in ("draft", "open"):
        raise refuse("这一场已经结束，不再印参加码。", "state")
    if not 1 <= count <= 500 or case.tickets.count() + count > MOST:
        raise refuse(f"一次印 1 到 500 张，一场最多 {MOST} 张。")
    codes = ["".join(secrets.choice(ALPHABET) for _ in range(8)) for _ in range(count)]
    Ticket.objects.bulk_create(
        Ticket(committee_id=case.committee_id, round=case, digest=digest(code)) for code in codes
    )
    return Done(case=case, detail={"count": count}, result=codes)
