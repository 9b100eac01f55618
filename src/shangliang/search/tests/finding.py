"""Looking for things, and who looks."""

from shangliang.search.find import Filters, search
from shangliang.submissions.actions.edit import edit
from shangliang.submissions.actions.start import start
from shangliang.submissions.models import Submission


def titles(seat, typed, **narrowed):
    found = search(seat, typed, Filters(**narrowed))
    return ["".join(p.text for p in hit.title) for hit in found.hits]


def write_one(city, **fields):
    seat = city.seat("member")
    case = start(seat)
    case = case if isinstance(case, Submission) else Submission.objects.get(pk=case)
    edit(seat, case.pk, fields=fields)
    return Submission.objects.get(pk=case.pk)


SEATS = (
    "member", "clerk", "second", "supervisor", "leader", "staff_housing", "head_housing", "drafter",
    "approver", "organiser", "editor", "convenor", "admin", "security", "auditor",
)  # fmt: skip
