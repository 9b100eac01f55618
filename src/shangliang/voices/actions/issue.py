"""新开一期, 编排, 编号印发, 报送, 撤去: the numbered periodical (社情民意／专报)."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction

from ...journal import write as journal
from ...procedures import clocks
from ...procedures.numbering import allot
from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock_all, verb
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..flow import ISSUE
from ..models import Dispatch, Issue, IssueItem, Voice
from ..tell import tell_authors

MOST_ITEMS = 20


def start_issue(
    seat: Seat, *, kind: str = "periodical", title: str = "", items: Sequence[int] = ()
) -> Issue:
    """A new issue, unnumbered until it is printed."""
    if not seat.has(Role.EDITOR):
        raise refuse("只有信息编辑可以。", "who")
    if kind not in Issue.Kind.values:
        raise refuse("请选《社情民意》或专报。")
    with transaction.atomic():
        issue = Issue.objects.create(
            committee_id=seat.committee_id, kind=kind, title=title.strip()[:120],
            editor_id=seat.person_id,
        )  # fmt: skip
        place(issue, items)
        journal.write(
            committee_id=issue.committee_id, person_id=seat.person_id, verb="issue.start",
            case=issue, detail={"kind": kind, "count": issue.items.count()},
        )  # fmt: skip
        return issue


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


@verb(ISSUE, "compose", Issue)
def compose(case: Issue, seat: Seat, *, items: Sequence[int], title: str = "") -> Done:
    """Which items, in which order."""
    place(case, items)
    case.title = title.strip()[:120]
    return Done(detail={"count": len(items)})


@verb(ISSUE, "print_issue", Issue)
def print_issue(case: Issue, seat: Seat) -> Done:
    """The number of the year and the running total, without gaps; every item is printed with it."""
    case.issued_on = today()
    case.year = case.issued_on.year
    case.number = allot(case.committee_id, f"issue:{case.kind}:{case.year}")
    case.total = allot(case.committee_id, f"issue:{case.kind}")
    rows = [item.voice for item in case.items.select_related("voice")]
    case.signer_id = rows[0].signer_id
    move(case, seat, rows, "issued", "voice.printed")
    for row in rows:
        tell_authors(row, seat, "printed", f"编入{case}。")
    return Done(detail={"number": case.number, "year": case.year, "total": case.total})


@verb(ISSUE, "send_out", Issue)
def send_out(case: Issue, seat: Seat, *, to: Sequence[str], level: str, on: date) -> Done:
    """To whom it went on which day; may be done again for further recipients."""
    names = [name.strip()[:120] for name in to if name.strip()]
    if not names:
        raise refuse("请写送给谁。")
    if level not in case.rules.levels:
        raise refuse("请选送到哪一级。")
    if on > today() or (case.issued_on and on < case.issued_on):
        raise refuse("报送日期不能晚于今天，也不能早于印发日。")
    Dispatch.objects.bulk_create(
        Dispatch(committee_id=case.committee_id, issue=case, to=name, level=level, on=on)
        for name in names
    )
    rows = [item.voice for item in case.items.select_related("voice")]
    move(case, seat, [r for r in rows if r.state == "issued"], "sent", "voice.sent_out")
    return Done(detail={"count": len(names), "level": level})


@verb(ISSUE, "drop_issue", Issue)
def drop_issue(case: Issue, seat: Seat) -> Done:
    """Its items are free for another issue; no number was used."""
    case.items.all().delete()
    return Done()


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
