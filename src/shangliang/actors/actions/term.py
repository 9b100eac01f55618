"""换届 and sessions: a new term freezes the past; a session opens its window for proposals."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.utils import timezone

from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Actor, Session, Term, Tie

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


def check_session(
    term: Term,
    opens: date,
    closes: date,
    window_opens: date,
    cutoff_at: datetime,
    but: Session | None = None,
) -> None:
    """Days in order, inside the term, and no window over another session's (docs/field.md 1.3)."""
    if term.is_past(today()):
        raise refuse(f"{term}已经封存，不能再改它的会议。")
    if closes < opens:
        raise refuse(f"闭幕（{closes}）早于开幕（{opens}），请改日期。")
    cutoff = timezone.localtime(cutoff_at).date()
    if cutoff < window_opens:
        raise refuse(f"大会提案截止（{cutoff}）早于受理起（{window_opens}），请改日期。")
    if cutoff > closes:
        raise refuse(f"大会提案截止（{cutoff}）晚于闭幕（{closes}），请改日期。")
    if opens < term.start or (term.end and closes > term.end):
        raise refuse(f"会期不在{term}之内（{term.start} 起）。")
    others = Session.objects.filter(committee_id=term.committee_id)
    for other in others.exclude(pk=but.pk if but and but.pk else 0):
        theirs = timezone.localtime(other.cutoff_at).date()
        if window_opens <= theirs and other.window_opens <= cutoff:
            raise refuse(
                f"受理期与{other}（{other.window_opens} 至 {theirs}）重叠，一件提案会分不清归哪次会。"
            )


@act("session.open", "开一次会", Role.CLERK)
def open_session(
    seat: Seat,
    *,
    term: int,
    number: int,
    opens: date,
    closes: date,
    window_opens: date,
    cutoff_at: datetime,
    year: int,
) -> Done:
    """A plenary with its window for plenary proposals."""
    within = lock(Term, term, seat.committee_id)
    if Session.objects.filter(term=within, number=number).exists():
        raise refuse(f"{within}第 {number} 次会议已经登记过。")
    check_session(within, opens, closes, window_opens, cutoff_at)
    row = Session.objects.create(
        committee_id=seat.committee_id,
        term=within,
        number=number,
        opens=opens,
        closes=closes,
        window_opens=window_opens,
        cutoff_at=cutoff_at,
        year=year,
    )
    return Done(case=row, detail={"opens": opens, "closes": closes})


@act("session.move", "改会期", Role.CLERK)
def move_session(
    seat: Seat,
    pk: int,
    *,
    opens: date,
    closes: date,
    window_opens: date,
    cutoff_at: datetime,
    year: int,
) -> Done:
    """New days count for what is submitted from now on; what is filed keeps its class."""
    row = lock(Session, pk, seat.committee_id)
    check_session(row.term, opens, closes, window_opens, cutoff_at, but=row)
    row.opens, row.closes, row.window_opens = opens, closes, window_opens
    row.cutoff_at, row.year = cutoff_at, year
    row.save()
    return Done(case=row, detail={"opens": opens, "closes": closes, "window": window_opens})


def leaving(committee_id: int, stay: Collection[int]) -> tuple[list[Actor], list[Actor]]:
    """(who stays, who leaves) of today's members, by stroke: the preview of a change of term."""
    ids = Tie.objects.filter(committee_id=committee_id, kind=K.MEMBER).on(today()).values("who_id")
    people = list(Actor.objects.filter(committee_id=committee_id, pk__in=ids))
    kept = set(stay)
    return [p for p in people if p.pk in kept], [p for p in people if p.pk not in kept]
