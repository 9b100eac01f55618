"""A new issue, unnumbered until it is printed."""

from collections.abc import Sequence

from django.db import transaction

from ...journal import write as journal
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..issue import place
from ..models import Issue


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
