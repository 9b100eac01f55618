"""来声 in one's day: notes to look at, texts to agree to, items to sign, firms' cases, visits due."""

from collections.abc import Iterator

from django.db.models import Count, Q

from ...procedures.seat import Role, Seat
from ...submissions.chain.lamps import light_of
from ...voices.charging import rows_of
from ...voices.models import Consent, Voice
from ...voices.queries import difficulties
from .cards import Card, clocks_of, light, link

FIRM_OFFICE = (Role.EDITOR, Role.ORGANISER)


def cards(seat: Seat) -> Iterator[Card]:
    """Every role's own; a queue is one card."""
    if seat.has(Role.MEMBER, Role.DRAFTER, Role.APPROVER):
        yield from authors(seat)
    if seat.has(Role.EDITOR):
        yield from desk(seat)
    if seat.has(*FIRM_OFFICE):
        yield from office(seat)
    if seat.units:
        yield from unit(seat)
    if seat.has(Role.LEADER):
        yield from leader(seat)


def authors(seat: Seat) -> Iterator[Card]:
    """编后稿 to agree to; notes to complete; a firm's word to ask for."""
    asked = Consent.objects.filter(
        committee_id=seat.committee_id, person_id=seat.person_id, said="", voice__state="consenting"
    ).select_related("voice")
    clocks = clocks_of([c.voice for c in asked], "voice", "consent")
    for row in asked:
        if row.round == row.voice.round:
            lamp = light(clocks.get(row.voice_id))
            yield Card(
                row.voice.shown_title,
                "看改了哪里",
                link("voice-consent", row.voice_id),
                "",
                "请您看编后稿",
                lamp,
            )
    own = Voice.objects.filter(committee_id=seat.committee_id, author_id=seat.person_id)
    waits = Q(state="returned") | Q(kind="difficulty", state="answered")
    for voice in own.filter(waits)[:8]:
        if voice.state == "returned":
            yield Card(voice.shown_title, "接着写", link("voice-edit", voice.pk), "", "请您补充")
        else:
            yield Card(
                voice.shown_title, "看答复，问企业", link("voice", voice.pk), "", "单位已答复"
            )


def desk(seat: Seat) -> Iterator[Card]:
    """The queue, with the nearest limit; what waits to be printed."""
    rows = Voice.objects.filter(committee_id=seat.committee_id).exclude(kind="difficulty")
    found = list(rows.filter(state__in=("received", "signed")).order_by("submitted_at")[:300])
    fresh = [row for row in found if row.state == "received"]
    if fresh:
        clocks = clocks_of(fresh, "voice", "screen")
        first = min(clocks.values(), key=lambda c: c.due_on, default=None)
        lamp = light_of(first) if first else None
        yield Card(
            f"{len(fresh)} 件来声等看",
            "去编辑台",
            link("voice-desk"),
            "",
            "来声",
            lamp,
            count=len(fresh),
        )
    if ready := len(found) - len(fresh):
        yield Card(f"{ready} 条已签发，等编一期", "去编", link("issues"), "", "期刊", count=ready)


def office(seat: Seat) -> Iterator[Card]:
    rows = difficulties(seat).filter(state__in=("received", "answered")).order_by()
    by_state = dict(rows.values_list("state").annotate(n=Count("pk")))
    if waiting := by_state.get("received", 0):
        yield Card(
            f"{waiting} 件企业难题等分派", "去分派", link("firm-cases", query="?state=received"), "", "企业难题",
            count=waiting,
        )  # fmt: skip
    if calls := by_state.get("answered", 0):
        yield Card(
            f"{calls} 家企业等回访",
            "去回访",
            link("firm-cases", query="?state=answered"),
            "",
            "企业难题",
            count=calls,
        )


def unit(seat: Seat) -> Iterator[Card]:
    rows = list(
        Voice.objects.filter(
            committee_id=seat.committee_id,
            kind="difficulty",
            unit_id__in=seat.units,
            state="handling",
        )[:20]
    )
    clocks = clocks_of(rows, "voice", "answer", "again")
    for row in rows:
        kind = "企业说没解决，再办" if row.round > 1 else "企业难题"
        yield Card(
            row.shown_title, "看、办", link("voice", row.pk), "", kind, light(clocks.get(row.pk))
        )


def leader(seat: Seat) -> Iterator[Card]:
    """Items to sign; charges whose visit is near or late."""
    waiting = Voice.objects.filter(committee_id=seat.committee_id, state="agreed").count()
    if waiting:
        yield Card(
            f"{waiting} 条信息等签发",
            "去签",
            link("voice-desk", query="?tab=agreed"),
            "",
            "来声",
            count=waiting,
        )
    for row in rows_of(seat)[:6]:
        if row.light.light != "green":
            note = f"没办完的难题 {row.problems} 件" if row.problems else ""
            yield Card(
                f"该去{row.charge.name}",
                "看、记走访",
                link("charge-page", row.charge.pk),
                note,
                "包联",
                row.light,
            )
