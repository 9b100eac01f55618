"""社情民意／专报: where a note stands in an issue, and the one place an issue moves its notes."""

from collections.abc import Iterable, Sequence

from ..journal import write as journal
from ..procedures import clocks
from ..procedures.perform import lock_all
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import Issue, IssueItem, Voice

MOST_ITEMS = 20


def place(issue: Issue, items: Iterable[int]) -> None:
    """Signed items of the committee, in the order given; one item in one living issue."""
    wanted = list(dict.fromkeys(items))
    if len(wanted) > MOST_ITEMS:
        raise refuse(f"一期最多 {MOST_ITEMS} 条，请分成两期。")
    found = Voice.objects.filter(committee_id=issue.committee_id, state="signed").in_bulk(wanted)
    if len(found) != len(wanted):
        raise refuse("只能编入已签发、还没印发的信息。")
    elsewhere = (
        IssueItem.objects.filter(committee_id=issue.committee_id, voice_id__in=wanted)
        .exclude(issue__state="dropped")
        .exclude(issue=issue)
    )
    if row := elsewhere.select_related("voice").first():
        raise refuse(f"“{row.voice.shown_title}”已经编在另一期里。")
    issue.items.all().delete()
    IssueItem.objects.bulk_create(
        IssueItem(committee_id=issue.committee_id, issue=issue, voice_id=pk, order=n)
        for n, pk in enumerate(wanted, 1)
    )


def move(issue: Issue, seat: Seat, rows: Sequence[Voice], state: str, verb_name: str) -> None:
    """The one place where an issue moves its items, inside the issue's own verb."""
    lock_all(Voice, {row.pk for row in rows}, issue.committee_id)
    for row in rows:
        before, row.state = row.state, state
        row.save(update_fields=["state", "saved_at"])
        clocks.drop(row)
        journal.write(
            committee_id=row.committee_id, person_id=seat.person_id, verb=verb_name, case=row,
            about=issue, detail={"from": before, "to": state, "number": issue.number},
        )  # fmt: skip
