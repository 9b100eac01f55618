"""修改: what the writing pages save, by autosave or by the button."""

from collections.abc import Sequence
from typing import TypedDict

from ...actors.models import Actor
from ...journal.queries import timeline
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...submissions.actions.edit import Outdated
from ..flow import DIFFICULTY, VOICE
from ..models import Interview, Source, Voice
from ..models.parts import months_on
from ..texts import LONGEST, keep_out_secrets, tidy

MOST_INTERVIEWS = 60


class Asked(TypedDict, total=False):
    """One interview as the page sends it."""

    who: str
    way: str
    note: str
    finding: str


def edit(
    case: Voice,
    seat: Seat,
    *,
    secrecy: str,
    fields: dict[str, object],
    source_name: str = "",
    source_contact: str = "",
    interviews: Sequence[Asked] | None = None,
    revision: int | None = None,
) -> Done:
    """Save texts and choices. ``secrecy`` other than "open" is refused before anything is kept.

    The revision grows only when something changed; one sitting of one writer is one event.
    """
    if revision is not None and revision != case.revision:
        raise Outdated(case.revision)
    texts = {n: tidy(n, str(fields[n] or "")) for n in LONGEST if n in fields}
    keep_out_secrets(secrecy, *texts.values(), source_name, source_contact)
    changed = set_fields(case, fields, texts)
    if fields.get("from_others"):
        changed = keep_source(case, source_name, source_contact) or changed
    elif "from_others" in fields:
        gone, _ = Source.objects.filter(voice=case).delete()
        changed = bool(gone) or changed
    if interviews is not None:
        changed = keep_interviews(case, interviews) or changed
    if changed:
        case.revision += 1
    return Done(detail={"revision": case.revision}, quiet=not changed or goes_on(case, seat))


def goes_on(case: Voice, seat: Seat) -> bool:
    """Whether the newest event is already this writer's edit."""
    last = timeline(case, case.committee_id).order_by("-seq").values_list("verb", "person_id")
    return last.first() == (f"{case.flow}.edit", seat.person_id or None)


def set_fields(case: Voice, fields: dict[str, object], texts: dict[str, str]) -> bool:
    """Texts, ticks and choices; whether any is new."""
    now: dict[str, object] = dict(texts)
    for name in ("from_others", "urgent"):
        if name in fields:
            now[name] = bool(fields[name])
    if kind := str(fields.get("kind") or ""):
        if kind not in Voice.Kind.values:
            raise refuse("没有这一种来声。")
        now["kind"] = kind
    if "class_code" in fields:
        now["class_code"] = str(fields["class_code"] or "")[:30]
    for name, wanted in (("wished_unit_id", Actor.Kind.UNIT), ("firm_id", Actor.Kind.FIRM)):
        if name.removesuffix("_id") in fields:
            now[name] = own(case.committee_id, fields[name.removesuffix("_id")], wanted)
    changed = False
    for name, value in now.items():
        if getattr(case, name) != value:
            setattr(case, name, value)
            changed = True
    return changed


def own(committee_id: int, pk: object, kind: str) -> int | None:
    """An actor of the same committee, or none: ids from outside are never trusted."""
    if not str(pk or "").isdigit():
        return None
    found = Actor.objects.filter(pk=int(str(pk)), committee_id=committee_id, kind=kind)
    return found.values_list("pk", flat=True).first()


def keep_source(case: Voice, name: str, contact: str) -> bool:
    """Names stand in a store of their own, never in the note."""
    name, contact = " ".join(name.split())[:60], " ".join(contact.split())[:120]
    until = months_on(today(), case.rules.source_months)
    row, made = Source.objects.get_or_create(
        voice=case,
        defaults={"committee_id": case.committee_id, "name": name, "contact": contact,
                  "keep_until": until},
    )  # fmt: skip
    if made:
        return bool(name or contact)
    if (row.name, row.contact) == (name, contact):
        return False
    row.name, row.contact, row.keep_until = name, contact, until
    row.save()
    return True


def keep_interviews(case: Voice, rows: Sequence[Asked]) -> bool:
    """The interviews of a micro-research, in their order; each says what they are, not who."""
    wanted = [
        (
            str(r.get("who") or "").strip()[:120],
            str(r.get("way") or "").strip()[:40],
            str(r.get("note") or "").strip()[:4000],
            str(r.get("finding") or "").strip()[:200],
        )
        for r in rows
    ]
    wanted = [w for w in wanted if any(w)]
    if len(wanted) > MOST_INTERVIEWS:
        raise refuse(f"最多记 {MOST_INTERVIEWS} 次访谈，更多的请并起来写。")
    before = list(case.interviews.values_list("who", "way", "note", "finding"))
    if before == wanted:
        return False
    case.interviews.all().delete()
    Interview.objects.bulk_create(
        Interview(
            committee_id=case.committee_id, voice=case, order=n, who=who, way=way, note=note,
            finding=finding,
        )
        for n, (who, way, note, finding) in enumerate(wanted, 1)
    )  # fmt: skip
    return True


edit_difficulty = verb(DIFFICULTY, "edit", Voice)(edit)
edit_voice = verb(VOICE, "edit", Voice)(edit)
