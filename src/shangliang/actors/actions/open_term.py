"""换届."""

from collections.abc import Collection
from datetime import date, timedelta

from django.utils import timezone

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Term, Tie

K = Tie.Kind


# What ends with a term. Party, county and the units' ties go on; grants end by their own order.
OF_A_TERM = (K.MEMBER, K.OFFICE, K.SECTOR, K.SPECIAL_COMMITTEE, K.GROUP, K.HEADS, K.IN_CHARGE)


CARRIED = (K.SECTOR,)  # a member who stays keeps the sector; offices are filled anew


def check_start(committee_id: int, number: int, start: date) -> Term | None:
    """The term before this one; refuses a number or a day out of order."""
    last = Term.objects.filter(committee_id=committee_id).order_by("-number").first()
    if last is None:
        return None
    if number != last.number + 1:
        raise refuse(f"现在是{last}，下一届应是第 {last.number + 1} 届。")
    if start <= last.start:
        raise refuse(f"新一届的起（{start}）不能早于或等于{last}的起（{last.start}）。")
    return last


def renew(committee_id: int, term: Term, stay: Collection[int], last: date) -> int:
    """Members who stay get ties of the new term; ``last`` was the old term's last day."""
    old = Tie.objects.filter(committee_id=committee_id, who_id__in=stay, end=last)
    fresh = [
        Tie(
            committee_id=committee_id,
            kind=tie.kind,
            who_id=tie.who_id,
            whom_id=tie.whom_id,
            title=tie.title,
            rank=tie.rank,
            term=term,
            start=term.start,
            basis="换届连任",
        )
        for tie in old.filter(kind__in=[K.MEMBER, *CARRIED])
    ]
    Tie.objects.bulk_create(fresh)
    return sum(tie.kind == K.MEMBER for tie in fresh)


@act("term.open", "换届", Role.CLERK)
def open_term(seat: Seat, *, number: int, start: date, stay: Collection[int] = ()) -> Done:
    """End the present term the day before ``start``, freeze it, begin the new one with ``stay``.

    Units and the people who handle are not of a term and simply go on.
    """
    before = check_start(seat.committee_id, number, start)
    term = Term.objects.create(committee_id=seat.committee_id, number=number, start=start)
    last = start - timedelta(days=1)
    ended = stayed = 0
    if before:
        open_ties = Tie.objects.filter(
            committee_id=seat.committee_id, kind__in=OF_A_TERM, start__lte=last
        ).on(last)
        ended = open_ties.filter(kind=K.MEMBER).count()
        open_ties.filter(term__isnull=True).update(term=before)
        Tie.objects.filter(committee_id=seat.committee_id, kind__in=OF_A_TERM, term=before).on(
            last
        ).update(end=last)
        stayed = renew(seat.committee_id, term, stay, last)
        before.end = last
        before.frozen_at = timezone.now() if start <= today() else None
        before.save(update_fields=["end", "frozen_at"])
    return Done(
        case=term, detail={"number": number, "start": start, "ended": ended, "stayed": stayed}
    )
