"""Early signals of a committee (S-088): looked for each night over what was handed in, judged by people.

Read are proposals and, where their room lets them be found, voices: titles and texts of the index. Who
wrote them is not read. A signal is kept with its count and its chance; whoever opens it sees only those
of its texts that may be seen.
"""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import blake2b
from typing import Any

from django.db.models import Q

from ..actors.models import Actor
from ..engines.search.hot import Letter
from ..engines.search.rising import PAST, WINDOW, Rise, rises
from ..jobs.models import Job
from ..jobs.run import Outcome, Progress, job
from ..procedures.office_calendar import today
from ..procedures.seat import Role, Seat
from ..procedures.verdicts import refuse
from .handed_in import HANDED_IN, UNSENT
from .models import Row, Signal
from .permission import allowed
from .sources import ASIDE, SOURCES, url_of

MOST = 4_000  # newest texts; a larger committee's window is still inside
READERS = (Role.EDITOR, Role.SUPERVISOR, Role.LEADER)
KIND = "search.look"


def texts(committee_id: int, until: date) -> list[Letter]:
    """The dated texts of the last year and the window; nobody's unsent draft."""
    rows = Row.objects.filter(
        committee_id=committee_id,
        kind__in=HANDED_IN,
        part=0,
        day__gte=until - timedelta(days=PAST + WINDOW),
        day__lte=until,
    ).order_by("-pk")
    sent: dict[str, set[int]] = {}
    for kind in HANDED_IN:
        if kind in SOURCES:
            whole = SOURCES[kind].rows(committee_id).exclude(UNSENT[kind])
            sent[kind] = set(whole.values_list("pk", flat=True))
    return [
        Letter(f"{kind}:{pk}", title, body.split(ASIDE)[0][:400], day)
        for kind, pk, title, body, day in rows.values_list(
            "kind", "object_id", "title", "body", "day"
        )[:MOST]
        if pk in sent.get(kind, ())
    ]


def look(committee_id: int, until: date | None = None) -> int:
    """Look for rises and keep the new ones. Returns how many are new."""
    until = until or today()
    made = 0
    read = texts(committee_id, until)
    known = places_of(committee_id)
    said = {letter.id: f"{letter.title}\n{letter.body}" for letter in read}
    for rise in rises(read, until):
        here = [p for p in known if any(p in said[m] for m in rise.members)]
        made += raise_one(committee_id, replace(rise, places=tuple(here or rise.places)))
    return made


@job(KIND, "看一遍苗头")
def look_job(row: Job, progress: Progress) -> Outcome:
    """The same at once, where somebody does not want to wait for the night."""
    return Outcome(f"看完，新看出 {look(row.committee_id)} 条。在“苗头”页里判断。")


def places_of(committee_id: int) -> list[str]:
    """The office's own counties, districts and streets; without any the engine reads names."""
    rows = Actor.objects.filter(committee_id=committee_id, kind=Actor.Kind.COUNTY)
    return [name for name in rows.values_list("name", flat=True) if len(name) > 1]


def raise_one(committee_id: int, rise: Rise) -> bool:
    """Keep a signal once: the same theme is not raised again while an earlier signal holds most of its
    texts."""
    members = [[k, int(i)] for k, _, i in (m.partition(":") for m in rise.members)]
    recent = Signal.objects.filter(
        committee_id=committee_id, until__gte=rise.until - timedelta(days=2 * WINDOW)
    )
    for other in recent:
        shared = sum(m in other.examples for m in members)
        if shared * 2 >= min(len(members), len(other.examples)):
            if other.verdict == "" and len(members) > other.count:
                fill(other, rise, members)
                other.save()
            return False
    key = blake2b(repr(sorted(rise.members)).encode(), digest_size=20).hexdigest()
    signal = Signal(committee_id=committee_id, key=key)
    fill(signal, rise, members)
    signal.save()
    return True


def fill(signal: Signal, rise: Rise, members: list[list[Any]]) -> None:
    signal.theme = (rise.name or "（没有共同的词）")[:80]
    signal.words = list(rise.words)
    signal.since, signal.until = rise.since, rise.until
    signal.count, signal.expected = rise.count.now, round(rise.count.expected, 2)
    signal.before, signal.p = rise.before, rise.count.chance
    signal.places = list(rise.places)[:20]
    signal.examples = members


def opened(seat: Seat, signals: list[Signal]) -> dict[int, list[dict[str, Any]]]:
    """Signal -> its texts the seat may see; one question for a page of signals."""
    wanted = Q(pk__in=[])
    for kind in HANDED_IN:
        ids = [i for s in signals for k, i in s.examples if k == kind]
        if ids:
            wanted |= Q(kind=kind, object_id__in=ids)
    rows = (
        Row.objects.filter(committee_id=seat.committee_id, part=0)
        .filter(wanted)
        .filter(allowed(seat))
    )
    seen = {
        (r["kind"], r["object_id"]): r for r in rows.values("kind", "object_id", "title", "day", "note")
    }  # fmt: skip
    out: dict[int, list[dict[str, Any]]] = {}
    for signal in signals:
        out[signal.pk] = [
            seen[(k, i)] | {"url": url_of(k, i), "label": SOURCES[k].label}
            for k, i in signal.examples
            if (k, i) in seen
        ]
    return out


def confirmed(seat: Seat, pk: int) -> Signal:
    """A signal somebody called true, locked: only then anything may grow from it. Raises Refused."""
    rows = Signal.objects.select_for_update(of=("self",)).filter(committee_id=seat.committee_id)
    row = rows.filter(pk=pk).first()
    if row is None:
        raise refuse("没有找到这条苗头。", "wall")
    if row.verdict != Signal.Verdict.CONFIRMED:
        raise refuse("先由人判“属实”，才能接着办。")
    return row


def account_of(signal: Signal) -> str:
    """The signal in words for what grows from it: counts, places, chance. No text and nobody's name."""
    places = f"涉及 {len(signal.places)} 处：{'、'.join(signal.places)}。" if signal.places else ""
    usual = "不到 0.1" if signal.expected < 0.1 else f"{signal.expected:.1f}"
    chance = "不到万分之一" if signal.p < 0.0001 else f"{signal.percent}%"
    return (
        f"{signal.since:%Y-%m-%d} 至 {signal.until:%Y-%m-%d}，说到“{signal.theme}”的提案和来声"
        f" {signal.count} 件，前 {WINDOW} 天 {signal.before} 件，按以往该有 {usual} 件。"
        f"{places}若什么都没变，碰巧这么多的可能：{chance}。"
    )
