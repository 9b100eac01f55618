"""Statistics of voices as the field reports them (docs/field.md 2): received, used per level, instructions.

A number is a condition over rows; its parts are the rows the same condition finds.
"""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from ..actors.models import Tie
from ..procedures.office_calendar import today
from ..procedures.seat import Role, Seat
from .flow import OUT
from .models import Adoption, Voice
from .queries import all_voices
from .rules import rules_of

SENT_IN = ~Q(state__in=("draft", "withdrawn"))


@dataclass(frozen=True)
class Figure:
    """``q`` holds of a voice that counts; ``says`` stands beside the number."""

    key: str
    label: str
    q: Q
    says: str = ""


def figures() -> list[Figure]:
    """In the order of the yearly circular; levels are those of the rules."""
    rows = [
        Figure("received", "收到", SENT_IN, "交出的来声；合并的各件都算"),
        *(
            Figure(f"kind_{code}", f"其中{label}", SENT_IN & Q(kind=code))
            for code, label in Voice.Kind.choices
        ),
        Figure(
            "printed",
            "编入印发",
            Q(state__in=OUT) | Q(merged_into__state__in=OUT),
            "本件或所并入的一件已编入一期",
        ),
        Figure("kept", "未采用留存", Q(state="kept")),
        Figure("converted", "转提案、议题、交办", Q(state="converted")),
        Figure("used", "被采用", in_adoption(outcome="used"), "任一级采用；并入的随主件算"),
        Figure("instructed", "有批示", in_adoption(outcome="instructed"), "任一级领导批示"),
    ]
    for code, label in rules_of().levels.items():
        rows += [
            Figure(f"{code}_single", f"{label}级单篇采用", in_adoption(level=code, form="single")),
            Figure(
                f"{code}_combined", f"{label}级综合采用", in_adoption(level=code, form="combined")
            ),
            Figure(
                f"{code}_instructed",
                f"{label}级批示",
                in_adoption(level=code, outcome="instructed"),
            ),
        ]
    rows.append(Figure("excellent", "优秀", Q(excellent=True)))
    return rows


def in_adoption(**conditions: str) -> Q:
    """The voice or the one it was merged into has an adoption of that kind."""
    found = Adoption.objects.filter(**conditions).values("voice_id")
    return Q(pk__in=found) | Q(merged_into__in=found)


def of_year(seat: Seat, year: int) -> QuerySet[Voice]:
    """Everything of a year of this committee, for who may see the figures."""
    return Voice.objects.filter(committee_id=seat.committee_id, year=year)


def counted(seat: Seat, year: int) -> list[tuple[Figure, int]]:
    """All figures: one question."""
    rows = figures()
    asked = of_year(seat, year).aggregate(
        **{f.key: Count("pk", filter=f.q, distinct=True) for f in rows}
    )
    return [(f, asked[f.key]) for f in rows]


def parts(seat: Seat, year: int, key: str) -> tuple[Figure, QuerySet[Voice]] | None:
    """The rows behind a figure, as far as the seat may open them."""
    found = next((f for f in figures() if f.key == key), None)
    if found is None:
        return None
    rows = all_voices(seat) if not seat.has(Role.EDITOR, Role.LEADER) else of_year(seat, year)
    return found, rows.filter(found.q, year=year).order_by("-id").distinct()


@dataclass
class OfBody:
    """A body's line of the circular: a sector, party or committee."""

    name: str
    people: int = 0
    received: int = 0
    used: float = 0
    instructed: int = 0


def by_sector(seat: Seat, year: int) -> list[OfBody]:
    """Sectors' submissions and adoptions; a merged item counts the rules' share to each author.

    Four questions, whatever the number of members.
    """
    share = rules_of().joint_share
    ties = Tie.objects.filter(committee_id=seat.committee_id, kind=Tie.Kind.SECTOR).on(today())
    sector_of = dict(ties.values_list("who_id", "whom__name"))
    lines: dict[str, OfBody] = {}
    for name in sector_of.values():
        lines.setdefault(name, OfBody(name)).people += 1
    rows = list(
        of_year(seat, year)
        .filter(SENT_IN, author__isnull=False)
        .values_list("pk", "author_id", "merged_into_id")
    )
    leads = {lead or pk for pk, _, lead in rows}
    joint = {lead for _, _, lead in rows if lead}
    adopted: dict[int, set[str]] = {}
    found = Adoption.objects.filter(committee_id=seat.committee_id, voice_id__in=leads)
    for voice, outcome in found.values_list("voice_id", "outcome"):
        adopted.setdefault(voice, set()).add(outcome)
    for pk, author, lead in rows:
        line = lines.setdefault(
            sector_of.get(author, "其他"), OfBody(sector_of.get(author, "其他"))
        )
        line.received += 1
        said = adopted.get(lead or pk, set())
        if said & {"used", "department"}:
            line.used += share if lead or pk in joint else 1
        line.instructed += "instructed" in said
    return sorted(lines.values(), key=lambda b: (-b.used, -b.received, b.name))


def years(seat: Seat) -> list[int]:
    """Years there is something of, newest first."""
    rows = Voice.objects.filter(committee_id=seat.committee_id, year__isnull=False)
    found = {year for year in rows.order_by().values_list("year", flat=True).distinct() if year}
    return sorted(found | {today().year}, reverse=True)
