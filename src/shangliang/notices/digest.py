"""The digest: what is new for one person, grouped by case, newest first, never empty.

One sentence that matters for each notice; the same sentence said twice of one case is said once.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from .models import Notice, Preference
from .send import deliver

MOST_CASES = 30
# After a long outage, or when mail is set up late, nobody is told of last year.
OLDEST = timedelta(days=7)


@dataclass(frozen=True)
class Digest:
    """Ready to be sent; made only of at least one notice."""

    subject: str
    lines: tuple[str, ...]
    notices: tuple[Notice, ...]


def build(notices: Iterable[Notice]) -> Digest | None:
    """The digest of some notices of one person; None when there is nothing to say."""
    rows = sorted(notices, key=lambda n: -n.pk)
    if not rows:
        return None
    groups: dict[tuple[str, int], list[Notice]] = defaultdict(list)
    for row in rows:  # newest first, so the first group is the one that moved last
        groups[(row.case_type, row.case_id)].append(row)
    acting = sum(any(n.needs_act for n in group) for group in groups.values())
    lines: list[str] = []
    ordered = sorted(groups.values(), key=lambda g: (not any(n.needs_act for n in g), -g[0].pk))
    for group in ordered[:MOST_CASES]:
        said = list(dict.fromkeys(n.text for n in group))
        mark = "【等您办】" if any(n.needs_act for n in group) else ""
        lines.append(f"{mark}{said[0]}")
        lines += [f"　此前：{text}" for text in said[1:3]]
        if url := next((n.url for n in group if n.url), ""):
            lines.append(f"　{settings.SITE_ADDRESS.rstrip('/')}{url}")
        lines.append("")
    if len(ordered) > MOST_CASES:
        lines.append(f"还有 {len(ordered) - MOST_CASES} 件，见系统里的“消息”。")
    lines.append(f"不想再收或改收法：{settings.SITE_ADDRESS.rstrip('/')}/messages/preferences/")
    parts = [f"{acting} 件等您办"] if acting else []
    if others := len(groups) - acting:
        parts.append(f"{others} 件有变化")
    return Digest(f"商量：{'，'.join(parts)}", tuple(lines), tuple(rows))


def undigested() -> Q:
    """Not yet put in a digest, and not yet read in the system either."""
    since = timezone.now() - OLDEST
    return Q(digested_at__isnull=True, read_at__isnull=True, made_at__gte=since)


def send_digests() -> str:
    """One digest to each person who has news and wants a daily one. Returns a line for the log."""
    # Who has no mailbox on file is not even asked about.
    waiting = Notice.objects.filter(undigested(), to__email__gt="")
    people = list(
        waiting.order_by("committee_id", "to_id").values_list("committee_id", "to_id").distinct()
    )
    sent = 0
    for committee_id, person_id in people:
        sent += send_digest(committee_id, person_id)
    return f"{sent} digests"


def send_digest(committee_id: int, person_id: int) -> bool:
    """The digest of one person; marks its notices so that none is told twice."""
    preference = Preference.objects.filter(committee_id=committee_id, person_id=person_id).first()
    rows = Notice.objects.filter(undigested(), committee_id=committee_id, to_id=person_id)
    if preference is not None and preference.email != "daily":
        if preference.email == "never" and not preference.webhook:
            rows.update(digested_at=timezone.now())
        return False
    found = list(rows.order_by("-pk")[:300])
    digest = build(found)
    if digest is None:
        return False
    # Marked first: a mail sent twice is worse than one that the inbox alone holds.
    rows.filter(pk__lte=found[0].pk).update(digested_at=timezone.now())
    return deliver(
        committee_id=committee_id,
        person_id=person_id,
        channel="email",
        subject=digest.subject,
        lines=digest.lines,
        notices=digest.notices,
    )
