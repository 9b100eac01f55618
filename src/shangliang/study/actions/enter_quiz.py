"""开始答题."""

from datetime import timedelta

from django.utils import timezone

from ...actors.models import Actor, Tie
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Quiz, QuizEntry
from ..who import LEARNERS


def teams_of(seat: Seat, quiz: Quiz) -> list[tuple[int, str]]:
    """The teams a person can stand for: the own sectors, committees, groups or
    branches; or one of the schools and units that were listed."""
    if not quiz.team_by:
        return []
    if quiz.team_by == Quiz.Team.LISTED:
        bodies = Actor.objects.filter(committee_id=seat.committee_id, pk__in=quiz.squads)
        named = {
            pk: (pk, short or name) for pk, short, name in bodies.values_list("pk", "short", "name")
        }
        return [named[pk] for pk in quiz.squads if pk in named]
    ties = Tie.objects.filter(
        committee_id=seat.committee_id, who_id=seat.person_id, kind=quiz.team_by
    ).on(today())
    rows = ties.order_by("pk").values_list("whom_id", "whom__short", "whom__name")
    return list({pk: (pk, short or name) for pk, short, name in rows}.values())


@act("quiz.enter", "开始答题", *LEARNERS)
def enter_quiz(seat: Seat, *, quiz: int, team: int | None = None) -> Done:
    """The clock of this person starts; a second start is refused, whatever was tapped. Returns the entry."""
    row = (
        Quiz.objects.filter(committee_id=seat.committee_id, pk=quiz).exclude(state="draft").first()
    )
    if row is None:
        raise refuse("没有这场竞赛。")
    now = timezone.now()
    if row.state != "open" or now >= row.ends_at:
        raise refuse("这场竞赛已经结束。")
    if now < row.starts_at:
        raise refuse(f"还没有开始，{timezone.localtime(row.starts_at):%-m-%-d %H:%M} 开始。")
    own = dict(teams_of(seat, row))
    if team is not None and team not in own:
        raise refuse("您不在这个队。")
    if team is None and len(own) == 1:
        team = next(iter(own))
    if team is None and own:
        raise refuse("请选代表哪个队。")
    entry, made = QuizEntry.objects.get_or_create(
        quiz=row,
        person_id=seat.person_id,
        defaults={
            "committee_id": seat.committee_id,
            "team_id": team,
            "started_at": now,
            "ends_at": min(now + timedelta(minutes=row.minutes), row.ends_at),
        },
    )
    if not made:
        raise refuse("您已经开始答了，接着答就行。", "state")
    return Done(case=row, about=entry, detail={"team": team}, result=entry)
