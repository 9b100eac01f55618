"""届与会议: what a session must keep to, and who leaves with a term."""

from collections.abc import Collection
from datetime import date, datetime

from django.utils import timezone

from ..procedures.office_calendar import today
from ..procedures.verdicts import refuse
from .actions.open_term import K
from .models import Actor, Session, Term, Tie


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


def leaving(committee_id: int, stay: Collection[int]) -> tuple[list[Actor], list[Actor]]:
    """(who stays, who leaves) of today's members, by stroke: the preview of a change of term."""
    ids = Tie.objects.filter(committee_id=committee_id, kind=K.MEMBER).on(today()).values("who_id")
    people = list(Actor.objects.filter(committee_id=committee_id, pk__in=ids))
    kept = set(stay)
    return [p for p in people if p.pk in kept], [p for p in people if p.pk not in kept]
