"""What a contest came to, read from its sheets: one question however many took part."""

from ..actors.models import Actor
from .boards import Result
from .models import Quiz, QuizEntry


def results_of(row: Quiz) -> list[Result]:
    """Everybody who handed in; one question."""
    rows = QuizEntry.objects.filter(committee_id=row.committee_id, quiz=row, state="handed")
    return [
        Result(*values)
        for values in rows.values_list("person_id", "person__name", "team_id", "score", "seconds")
    ]


def names_of(results: list[Result]) -> dict[int, str]:
    teams = {r.team for r in results if r.team is not None}
    return {row.pk: str(row) for row in Actor.objects.filter(pk__in=teams)}
