"""Score boards of people and teams. Equal is equal: same score and same time share one place."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Result:
    """One handed-in entry."""

    person: int
    name: str
    team: int | None
    score: int
    seconds: int


@dataclass(frozen=True)
class Line:
    """One place of a board. ``score`` of a team is the mean of its best, missing ones counted nought."""

    rank: int
    name: str
    score: Fraction
    seconds: int
    people: int = 1
    key: int = 0
    shared: bool = False  # somebody else has the same place

    @property
    def shown(self) -> str:
        """Whole as a whole number, else with two digits."""
        if self.score.denominator == 1:
            return str(self.score.numerator)
        return f"{float(self.score):.2f}"

    @property
    def time(self) -> str:
        return f"{self.seconds // 60}:{self.seconds % 60:02d}"


def ranked(rows: list[Line]) -> list[Line]:
    """Highest score first, then less time; ties share a place and the next one is left out (1, 1, 3)."""
    rows = sorted(rows, key=lambda r: (-r.score, r.seconds, r.name))
    same: dict[tuple[Fraction, int], int] = defaultdict(int)
    for row in rows:
        same[(row.score, row.seconds)] += 1
    out: list[Line] = []
    for n, row in enumerate(rows, 1):
        tied = out and (out[-1].score, out[-1].seconds) == (row.score, row.seconds)
        rank = out[-1].rank if tied else n
        shared = same[(row.score, row.seconds)] > 1
        out.append(Line(rank, row.name, row.score, row.seconds, row.people, row.key, shared))
    return out


def people_board(results: Iterable[Result]) -> list[Line]:
    """Each person by score, then time."""
    return ranked([Line(0, r.name, Fraction(r.score), r.seconds, key=r.person) for r in results])


def team_board(results: Iterable[Result], names: dict[int, str], best: int) -> list[Line]:
    """A team is the mean of its ``best`` highest scores, so that a large team gains nothing by size
    and a small one loses what it does not fill. Time: the mean of the same people, whole seconds."""
    teams: dict[int, list[Result]] = defaultdict(list)
    for result in results:
        if result.team is not None:
            teams[result.team].append(result)
    rows = []
    for team, members in teams.items():
        top = sorted(members, key=lambda r: (-r.score, r.seconds))[:best]
        score = Fraction(sum(r.score for r in top), best)
        seconds = round(Fraction(sum(r.seconds for r in top), len(top)))
        rows.append(Line(0, names.get(team, ""), score, seconds, len(members), team))
    return ranked(rows)
