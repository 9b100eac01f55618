"""What was said before on the matter of a report or a firm's difficulty, whatever kind it was (相近).

Earlier reports, difficulties and proposals of the committee, each with its state, what was answered, and
the sentences of both that say the same; only what the seat may see, never the thing itself or its kin.
"""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.urls import reverse

from ..engines.search.matching import Match
from ..procedures.seat import Seat
from ..submissions.flow.proposal import PROPOSAL
from ..submissions.likeness import open_to, spoken
from ..submissions.models import Submission
from ..voices.flow import DIFFICULTY, VOICE
from ..voices.likening import original
from ..voices.models import Adoption, FirmAnswer, Voice
from ..voices.queries import UNSENT, all_voices, difficulties
from ..voices.similar import OPEN
from ..voices.story import is_office
from .alike import Alike, alike
from .pairs_seen import seen

MOST = 3  # of each kind
GROUP = 20  # difficulties offered for one recommendation
MASKED = Q(anonymous=True, names_person=True, edited_title="")  # Voice.masked, for the database


@dataclass(frozen=True)
class Related:
    """An earlier thing with what became of it."""

    label: str  # 提案 2024 年第0131号
    title: str
    url: str
    state: str
    answer: str  # the answer's own words, or what came of it; empty while there is none
    score: float
    why: str
    matches: tuple[Match, ...]


def related(seat: Seat, voice: Voice) -> list[Related]:
    """The most alike of both kinds, best first. Empty where nothing is, or suggestions are off."""
    known = seen(voice.committee_id)
    if voice.masked or known.off:
        return []
    proposals = open_to(seat, voice.committee_id)
    if voice.turned_type == "submission" and voice.turned_id:
        proposals = proposals.exclude(pk=voice.turned_id)
    title = voice.edited_title or voice.title
    return compared(seat, title, original(voice), others(seat, voice), proposals, known.floor)


def while_writing(seat: Seat, title: str, body: str, voice: Voice | None = None) -> list[Related]:
    """The same for what is being written, kept nowhere: less alike is enough (Seen.near), and few are
    shown. ``voice``: what is written on, if it was handed in before."""
    known = seen(seat.committee_id)
    if known.off:
        return []
    proposals = open_to(seat, seat.committee_id)
    found = compared(seat, title, body, others(seat, voice), proposals, known.near)
    return found[:MOST]


def firms_alike(seat: Seat, voice: Voice) -> list[tuple[Voice, Alike, bool]]:
    """Other firms' difficulties like this one, best first, with how, and whether it is as alike as the
    office's threshold asks; for a systemic recommendation (S-074)."""
    known = seen(voice.committee_id)
    if known.off or voice.masked or voice.flow != "difficulty":
        return []
    rows = difficulties(seat).filter(state__in=OPEN).exclude(pk=voice.pk)
    title, body = voice.edited_title or voice.title, original(voice)
    hits = alike(
        voice.committee_id, title, body, rows, kind="voice", most=GROUP, least=known.near
    )  # fmt: skip
    here = {v.pk: v for v in rows.filter(pk__in=[h.object_id for h in hits]).select_related("unit", "firm")}  # fmt: skip
    return [(here[h.object_id], h, h.score >= known.floor) for h in hits if h.object_id in here]


def compared(
    seat: Seat, title: str, body: str, voices: QuerySet[Voice], proposals: QuerySet[Submission],
    least: float,
) -> list[Related]:  # fmt: skip
    """Of these rows, what is at least so alike, best first."""
    here = seat.committee_id
    like_voices = alike(here, title, body, voices, kind="voice", most=MOST, least=least)
    like_cases = alike(here, title, body, proposals, most=MOST, least=least)
    found = [*of_voices(seat, like_voices, voices), *of_proposals(like_cases, proposals)]
    return sorted(found, key=lambda one: -one.score)


def others(seat: Seat, voice: Voice | None) -> QuerySet[Voice]:
    """What may be shown beside it: never itself, those merged with it, drafts, or what is masked."""
    rows = all_voices(seat).exclude(state__in=UNSENT).exclude(MASKED)
    if voice is None:
        return rows
    lead = voice.merged_into_id or voice.pk
    return rows.exclude(pk__in=[voice.pk, lead]).exclude(merged_into_id__in=[voice.pk, lead])


def readable(seat: Seat, voice: Voice) -> bool:
    """Whether its own words may be shown: a merged co-author reads the edited text only."""
    own = seat.person_id in (voice.author_id, voice.entered_by_id)
    return own or is_office(seat) or voice.unit_id in seat.units


def of_voices(seat: Seat, hits: list[Alike], rows: QuerySet[Voice]) -> list[Related]:
    here = {v.pk: v for v in rows.filter(pk__in=[hit.object_id for hit in hits])}
    firms = [pk for pk, v in here.items() if v.flow == "difficulty"]
    came: dict[int, str] = {}  # what came of each
    if firms:
        answers = FirmAnswer.objects.filter(voice_id__in=firms).order_by("pk")
        came.update(answers.values_list("voice_id", "text"))
    if len(firms) < len(here):
        for adoption in Adoption.objects.filter(voice_id__in=here).order_by("pk"):
            came[adoption.voice_id] = f"{adoption.on:%Y-%m-%d} {adoption.get_outcome_display()}"
    out = []
    for hit in hits:
        if (other := here.get(hit.object_id)) is None:
            continue
        table = DIFFICULTY if other.flow == "difficulty" else VOICE
        out.append(
            Related(
                f"{other.get_kind_display()} {other.number_label}",
                other.shown_title,
                other.get_absolute_url(),
                table.label_of(other.state),
                came.get(other.pk, ""),
                hit.score,
                hit.why,
                hit.matches if readable(seat, other) else (),
            )
        )
    return out


def of_proposals(hits: list[Alike], rows: QuerySet[Submission]) -> list[Related]:
    ids = [hit.object_id for hit in hits]
    here = {c.pk: c for c in rows.filter(pk__in=ids).select_related("session")}
    said = spoken(ids) if ids else {}
    out = []
    for hit in hits:
        if (case := here.get(hit.object_id)) is None:
            continue
        state = PROPOSAL.label_of(case.state)
        out.append(
            Related(
                f"提案 {case.session.year} 年{case.number_label}",
                case.title,
                reverse("proposal", args=[case.pk]),
                f"{state}，{case.grade} 类" if case.grade else state,
                next((sentence for _, _, sentence in said.get(case.pk, [])), ""),
                hit.score,
                hit.why,
                hit.matches,
            )
        )
    return out
