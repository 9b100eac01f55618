"""三项质量: proposals, handling, service. Each number from facts; few cases make no share."""

from dataclasses import dataclass
from typing import Any

from ..actors.models import Session
from ..journal.kept import kept
from ..procedures.seat import Seat
from ..web import charts
from . import duties, promises, rubric, service
from .statistics import Line, facts, may_see_ratings, placed, rate, session_key, unit_lines


@dataclass
class Proposals:
    """提案质量."""

    lines: list[Line]
    points: list[rubric.PointLine]


def proposals(seat: Seat, sessions: list[Session]) -> Proposals:
    """Filing, asks, repeats; and what reviewers found weak by the same rubric the writer saw."""
    n = facts(seat.committee_id, sessions)
    pks = [s.pk for s in sessions]
    points = kept(
        seat.committee_id,
        f"rubric:{session_key(sessions)}",
        lambda: rubric.lines(seat.committee_id, pks),
    )

    def share(label: str, part: str, whole: str, says: str) -> Line:
        values = tuple(rate(n[pk][part], n[pk][whole]) for pk in pks)
        return Line(label, values, part, says, "%")

    def whole(label: str, key: str, says: str = "") -> Line:
        return Line(label, tuple(n[pk][key] for pk in pks), key, says)

    lines = [
        whole("收到", "received"),
        share("立案率", "filed", "received", "立案 ÷ 收到"),
        whole("立案", "filed"),
        share("有具体建议的", "with_asks", "filed", "立案提案里至少有一条建议的"),
        whole("重复（并案）", "merged", "与另一件内容相同或相近，并案办理"),
        whole("不予立案", "not_filed"),
        whole("退回修改中", "returned"),
        share("提了提案的委员", "proposed", "members", "第一提案人或已会签的联名人 ÷ 委员"),
        share("优秀提案", "excellent", "filed", "评为优秀 ÷ 立案"),
    ]
    return Proposals(placed(lines, sessions), points)


@dataclass(frozen=True)
class UnitQuality:
    """One unit's line: counts, and shares where there are enough cases."""

    unit: duties.UnitLine
    timely: int | None
    talked: int | None
    full: int | None
    kept: int | None
    satisfied: int | None
    promise_due: int
    promise_kept: int
    rated: int


@dataclass
class Handling:
    """办理质量."""

    units: list[UnitQuality]
    whole: UnitQuality
    rated: bool
    few: int = duties.FEW


def quality(line: duties.UnitLine, promised: dict[str, int], rated: bool) -> UnitQuality:
    due, done = promised.get("promise_due", 0), promised.get("promise_kept", 0)
    good = line.n["unit_satisfied"] + line.n["unit_basically"]
    heard = line.n["unit_rated"] if rated else 0
    return UnitQuality(
        line,
        line.share("unit_timely", "unit_timely", "unit_late"),
        line.share("unit_talked", "unit_done"),
        line.share("unit_full", "unit_done"),
        round(100 * done / due) if due >= duties.FEW else None,
        round(100 * good / heard) if heard >= duties.FEW else None,
        due,
        done,
        heard,
    )


def handling(seat: Seat, session: Session) -> Handling:
    """Units in stroke order: in time, talked first, answered in full, promises kept, satisfied."""
    rated = may_see_ratings(seat)
    lines = unit_lines(seat.committee_id, session)
    promised = kept(
        seat.committee_id,
        f"promises:{session.pk}",
        lambda: promises.count(seat.committee_id, [session.pk], "owner_id"),
    )
    units = [quality(line, promised.get(line.pk, {}), rated) for line in lines]
    together = {
        key: sum(row[key] for row in promised.values()) for key in ("promise_due", "promise_kept")
    }
    return Handling(units, quality(duties.total(lines), together, rated), rated)


@dataclass
class ServiceStep:
    """One step of the office over the sessions, newest first."""

    step: service.Step
    spreads: tuple[service.Spread, ...]
    waiting: int

    @property
    def now(self) -> service.Spread:
        return self.spreads[0]

    @property
    def median(self) -> str:
        return spoken(self.now.median)

    @property
    def medians(self) -> list[str]:
        return [spoken(spread.median) for spread in self.spreads]

    @property
    def ninety(self) -> str:
        """The day by which nine in ten were done."""
        return spoken(self.now.at(0.9))

    def done_by(self, day: int) -> float | None:
        """Per cent done within so many days."""
        if not self.now.n:
            return None
        return round(100 * sum(n for d, n in self.now.days if d <= day) / self.now.n, 1)


WITHIN = (1, 3, 5, 7, 10, 15, 20, 30, 45, 60)


def spoken(days: float | None) -> str:
    """6 天, 6.5 天, or — where nothing was done yet."""
    return "—" if days is None else f"{days:g} 天"


@dataclass
class Service:
    """服务质量."""

    steps: list[ServiceStep]
    said: tuple[service.Said, ...]
    rows: list[tuple[Session, service.Said]]
    few: int = duties.FEW

    @property
    def labels(self) -> list[str]:
        return [f"{day} 天" for day in WITHIN]

    @property
    def curves(self) -> list[charts.Series]:
        """How much of each step was done within so many days: the shape that a median hides."""
        return [
            charts.Series(s.step.short, [s.done_by(day) for day in WITHIN])
            for s in self.steps
            if s.now.n
        ]


def service_quality(seat: Seat, sessions: list[Session]) -> Service:
    """The office's own days and what members say of them."""
    pks = [s.pk for s in sessions]

    def make() -> dict[str, Any]:
        return {
            "spreads": service.spreads(seat.committee_id, pks),
            "waiting": service.waiting(seat.committee_id),
            "said": service.said(seat.committee_id, pks),
        }

    found = kept(seat.committee_id, f"service:{session_key(sessions)}", make)
    steps = [
        ServiceStep(
            step,
            tuple(found["spreads"][step.key][pk] for pk in pks),
            found["waiting"].get(step.key, 0),
        )
        for step in service.STEPS
    ]
    said = tuple(found["said"][pk] for pk in pks)
    return Service(steps, said, list(zip(sessions, said, strict=True)))
