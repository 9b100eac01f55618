"""Yearly statistics (年度统计) as real reports give them, computed from facts and nothing else."""

from dataclasses import dataclass, field, replace

from ..actors.models import Session
from ..journal.kept import kept
from ..procedures.office_calendar import today
from ..procedures.seat import Role, Seat
from ..submissions.register import sees_ratings
from . import duties, people, promises
from .measures import (
    COLLECTIVE,
    DIVIDED,
    EXCELLENT,
    FINAL,
    FIRST,
    FIRST_RATED,
    KEY,
    MEMBER,
    MET,
    NATURES,
    OUTCOMES,
    RATED,
    RATINGS,
    RECEIVED,
    REHANDLED,
    REPLIED,
    WINDOWS,
    Measure,
    Measures,
)

COMPARED = 3  # this session and the two before it


@dataclass(frozen=True)
class Line:
    """One line: a measure (or a rate of two) with its value a session, newest first."""

    label: str
    values: tuple[float | int | None, ...]
    key: str = ""  # measure whose parts the numbers open; a rate opens its numerator
    says: str = ""
    unit: str = "件"
    strong: bool = False
    indent: bool = False
    pks: tuple[int, ...] = ()  # the sessions of the values

    @property
    def cells(self) -> list[tuple[float | int | None, int]]:
        """(value, session) for a page that links each number to its parts."""
        return list(zip(self.values, self.pks, strict=True))

    @property
    def change(self) -> float | int | None:
        """Against the session before; None without one."""
        if len(self.values) < 2 or self.values[0] is None or self.values[1] is None:
            return None
        return round(self.values[0] - self.values[1], 1)


@dataclass(frozen=True)
class Block:
    """Lines that belong together."""

    title: str
    lines: list[Line]
    note: str = ""


@dataclass
class Year:
    """Everything the page, the sheet and the report show."""

    sessions: list[Session]
    blocks: list[Block] = field(default_factory=list)
    units: list[duties.UnitLine] = field(default_factory=list)
    n: dict[int, dict[str, int]] = field(default_factory=dict)
    rated: bool = True

    @property
    def session(self) -> Session:
        return self.sessions[0]


def may_see_ratings(seat: Seat) -> bool:
    """Counts of ratings: for the office, leaders and members, never for people of a unit."""
    return not seat.units and seat.has(Role.CLERK, Role.SUPERVISOR, Role.LEADER, Role.MEMBER)


def sessions_of(committee_id: int, chosen: int | None) -> tuple[list[Session], list[Session]]:
    """(all of the committee newest first, the chosen one and the two before it).

    Without a choice the last session that has begun: of the next one only the window is open.
    """
    every = list(Session.objects.filter(committee_id=committee_id).select_related("term"))
    begun = next((i for i, s in enumerate(every) if s.opens <= today()), 0)
    place = next((i for i, s in enumerate(every) if s.pk == chosen), begun)
    return every, every[place : place + COMPARED]


def session_key(sessions: list[Session]) -> str:
    """These sessions in the name of what is kept of them."""
    return "-".join(str(s.pk) for s in sessions)


def facts(committee_id: int, sessions: list[Session]) -> dict[int, dict[str, int]]:
    """All numbers of these sessions; kept until the next event of the committee."""

    def make() -> dict[int, dict[str, int]]:
        pks = [s.pk for s in sessions]
        found = Measures(committee_id).count(pks)
        promised = promises.count(committee_id, pks, "session_id")
        nothing = {m.key: 0 for m in promises.measures()}
        taken_part = people.count(sessions)
        for pk in pks:
            found[pk] |= promised.get(pk, nothing) | taken_part[pk]
        return found

    return kept(committee_id, f"year:{session_key(sessions)}", make)


def unit_lines(committee_id: int, session: Session) -> list[duties.UnitLine]:
    """Units of one session; kept likewise."""
    return kept(
        committee_id, f"units:{session.pk}", lambda: duties.by_unit(committee_id, [session.pk])
    )


def placed(lines: list[Line], sessions: list[Session]) -> list[Line]:
    """Lines that know which session each value is of."""
    return [replace(line, pks=tuple(s.pk for s in sessions)) for line in lines]


def rate(part: int, whole: int) -> float | None:
    """Per cent with one decimal; None, not 0, where there is nothing to divide by."""
    return round(100 * part / whole, 1) if whole else None


def year(seat: Seat, sessions: list[Session], measures: Measures) -> Year:
    """The whole year as this seat may know it."""
    n = facts(seat.committee_id, sessions)
    out = Year(sessions, units=unit_lines(seat.committee_id, sessions[0]), n=n)
    out.rated = may_see_ratings(seat)

    def line(m: Measure, *, strong: bool = False, indent: bool = False, unit: str = "件") -> Line:
        values = tuple(n[s.pk][m.key] for s in sessions)
        return Line(m.label, values, m.key, m.says, unit, strong, indent)

    def share(label: str, part: str, whole: str, says: str, key: str = "") -> Line:
        values = tuple(rate(n[s.pk][part], n[s.pk][whole]) for s in sessions)
        return Line(label, values, key or part, says, "%")

    def joined(label: str, parts: tuple[str, str], whole: str, says: str) -> Line:
        values = tuple(
            rate(n[s.pk][parts[0]] + n[s.pk][parts[1]], n[s.pk][whole]) for s in sessions
        )
        return Line(label, values, whole, says, "%")

    out.blocks = [
        Block(
            "收件与审查",
            [
                line(RECEIVED, strong=True),
                *(line(m, indent=True) for m in OUTCOMES),
                share("立案率", "filed", "received", "立案 ÷ 收到"),
                line(DIVIDED),
            ],
            "收到＝立案＋并案＋转社情民意＋转来信＋不予立案＋撤案＋审查中＋退回修改中。",
        ),
        Block(
            "立案提案：类别",
            [line(m) for m in measures.classes]
            + [line(m) for m in (measures.unclassed,) if any(n[s.pk][m.key] for s in sessions)],
            "各类合计＝立案。本级类别按规程对应到五大类。",
        ),
        Block(
            "立案提案：性质与时段",
            [
                line(MEMBER, strong=True),
                *(line(m, indent=True) for m in NATURES[:2]),
                line(COLLECTIVE, strong=True),
                *(
                    line(m, indent=True)
                    for m in NATURES[2:]
                    if any(n[s.pk][m.key] for s in sessions)
                ),
                *(line(m) for m in WINDOWS),
            ],
            "委员提案＋集体提案＝立案；大会提案＋平时提案＝立案。",
        ),
        Block(
            "办理",
            [
                line(measures.by_key["assigned"]),
                line(REPLIED),
                share("办复率", "replied", "assigned", "已办复 ÷ 已交办"),
                share("面商率", "met", "replied", "有面商记录的 ÷ 已办复"),
                line(MET),
                line(REHANDLED),
                *(line(m) for m in measures.grades),
                *(line(m) for m in (measures.ungraded,) if any(n[s.pk][m.key] for s in sessions)),
                line(KEY),
                line(EXCELLENT),
            ],
            "各类别合计＝已办复。",
        ),
        Block(
            "承诺事项",
            [line(m, unit="项") for m in promises.measures()]
            + [share("兑现率", "promise_kept", "promise_due", "已核实兑现 ÷ 已到期")],
            "按作出承诺的提案所属届次计。",
        ),
        Block(
            "委员参与",
            [
                Line(
                    "委员",
                    tuple(n[s.pk]["members"] for s in sessions),
                    "",
                    "受理起至闭幕在任",
                    "人",
                ),
                Line(
                    "提了提案的委员",
                    tuple(n[s.pk]["proposed"] for s in sessions),
                    "proposed",
                    "第一提案人或已会签的联名人；附议不计",
                    "人",
                ),
                share("参与率", "proposed", "members", "提了提案的委员 ÷ 委员"),
            ],
        ),
    ]
    if out.rated:
        out.blocks.insert(
            4,
            Block(
                "提案人评价",
                [
                    line(FIRST_RATED),
                    *(line(m, indent=True) for m in FIRST),
                    joined(
                        "初次满意率",
                        ("first_satisfied", "first_basically"),
                        "first_rated",
                        "第一轮（满意＋基本满意）÷ 已评价",
                    ),
                    line(RATED),
                    *(line(m, indent=True) for m in FINAL),
                    joined(
                        "最终满意率",
                        ("final_satisfied", "final_basically"),
                        "rated",
                        "最后一轮（满意＋基本满意）÷ 已评价",
                    ),
                ],
                "一件提案一个结果，按规程取第一提案人的或最差的；没评的不计。承办单位看不到这一段。",
            ),
        )
    else:
        hidden = RATINGS
        out.n = {pk: {k: v for k, v in row.items() if k not in hidden} for pk, row in n.items()}
    if not sees_ratings(seat):  # counts are published; which proposal was rated how is not
        shut = RATINGS
        out.blocks = [
            replace(b, lines=[replace(x, key="") if x.key in shut else x for x in b.lines])
            for b in out.blocks
        ]
    out.blocks = [replace(b, lines=placed(b.lines, sessions)) for b in out.blocks]
    return out
