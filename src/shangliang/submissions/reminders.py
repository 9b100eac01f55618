"""Whom the clocks of proposals, assignments and replies concern, and how it is said."""

from collections import defaultdict
from collections.abc import Iterable

from ..actors.models import Tie
from ..procedures.models import Clock
from ..procedures.office_calendar import today
from ..procedures.reminders import DESCRIBE, Reminder
from .models import Assignment, CoSignature, Countersign, Reply, Submission
from .people import voices

UNIT_KINDS = (Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD)


class Offices:
    """Who works where, for the committees of a batch: one question."""

    def __init__(self, clocks: Iterable[Clock]) -> None:
        self.units: dict[int, tuple[int, ...]] = defaultdict(tuple)
        self.kinds: dict[tuple[int, str], tuple[int, ...]] = defaultdict(tuple)
        ties = Tie.objects.on(today()).filter(
            committee_id__in={clock.committee_id for clock in clocks},
            kind__in=[*UNIT_KINDS, Tie.Kind.SUPERVISOR, Tie.Kind.CLERK],
        )
        rows = ties.values_list("kind", "who_id", "whom_id", "committee_id").distinct()
        for kind, who, whom, committee in rows:
            if kind in UNIT_KINDS:
                self.units[whom] += (who,)
            else:
                self.kinds[(committee, kind)] += (who,)

    def supervisors(self, clock: Clock) -> tuple[int, ...]:
        return self.kinds[(clock.committee_id, Tie.Kind.SUPERVISOR)]

    def clerks(self, clock: Clock) -> tuple[int, ...]:
        return self.kinds[(clock.committee_id, Tie.Kind.CLERK)]


def named(case: Submission) -> str:
    """How a notice names a proposal."""
    return f"{case.number_label}《{case.title}》"


def near_of(case: Submission, key: str) -> int:
    """The case's own rulebook says how early; three working days where it says nothing."""
    rule = case.rules.clocks.get(key)
    return rule.near if rule else 3


def of_assignments(clocks: list[Clock]) -> dict[int, Reminder]:
    """签收、首次沟通、答复、会办意见: the unit; when late the supervising office too. The return
    window is a right that ends, nobody is reminded of it."""
    offices = Offices(clocks)
    rows = Assignment.objects.select_related("submission__rulebook").in_bulk(
        [clock.about_id for clock in clocks]
    )
    return {
        clock.pk: Reminder(
            near=near_of(row.submission, row.clock_key(clock.kind)),
            to=offices.units[row.unit_id],
            late_to=offices.supervisors(clock),
            text=named(row.submission),
            url=f"/unit/?show=all&q={row.submission.number or ''}",
        )
        for clock in clocks
        if clock.kind != "return"
        and (row := rows.get(clock.about_id))
        and row.state not in ("returned", "dropped")
    }


def of_proposals(clocks: list[Clock]) -> dict[int, Reminder]:
    """会签: those asked. 审查: the clerks. 交办: the assigning office. 评价: who has not rated."""
    offices = Offices(clocks)
    ids = [clock.about_id for clock in clocks]
    cases = Submission.objects.select_related("rulebook", "group").in_bulk(ids)
    invited: dict[int, tuple[int, ...]] = defaultdict(tuple)
    signatures = CoSignature.objects.filter(
        submission_id__in=ids, role=CoSignature.Role.CO, state=CoSignature.State.INVITED
    )
    for case_id, person in signatures.values_list("submission_id", "person_id"):
        invited[case_id] += (person,)
    found = {}
    for clock in clocks:
        case = cases.get(clock.about_id)
        if case is None:
            continue
        late: tuple[int, ...] = ()
        url = f"/proposals/{case.pk}/"
        if clock.kind == "cosign":
            to, url = invited[case.pk], f"/proposals/{case.pk}/sign/"
        elif clock.kind == "review":
            to, url = offices.clerks(clock), f"/desk/review/?case={case.pk}"
        elif clock.kind == "assign":
            to, url = offices.supervisors(clock), "/desk/assign/"
        elif clock.kind == "rating":
            to, late = unrated(case), offices.clerks(clock)
            url = f"/proposals/{case.pk}/rate/"
        else:
            continue
        found[clock.pk] = Reminder(near_of(case, clock.kind), to, late, named(case), url)
    return found


def unrated(case: Submission) -> tuple[int, ...]:
    """Proposers whose rating of this round is still waited for."""
    rated = set(case.ratings.filter(round=case.round).values_list("person_id", flat=True))
    return tuple(p for voice in voices(case) if not voice & rated for p in sorted(voice))


def of_replies(clocks: list[Clock]) -> dict[int, Reminder]:
    """会签答复: co-units that have not answered, when late the lead too. 审核: the office."""
    offices = Offices(clocks)
    ids = [clock.about_id for clock in clocks]
    rows = Reply.objects.select_related("submission__rulebook", "assignment").in_bulk(ids)
    waiting: dict[int, tuple[int, ...]] = defaultdict(tuple)
    asked = Countersign.objects.filter(reply_id__in=ids, state="open")
    for reply_id, unit in asked.values_list("reply_id", "unit_id"):
        waiting[reply_id] += offices.units[unit]
    found = {}
    for clock in clocks:
        row = rows.get(clock.about_id)
        if row is None or clock.kind not in ("countersign", "check"):
            continue
        to = waiting[row.pk] if clock.kind == "countersign" else offices.supervisors(clock)
        late = offices.units[row.assignment.unit_id] if clock.kind == "countersign" else ()
        found[clock.pk] = Reminder(
            near_of(row.submission, clock.kind), to, late, named(row.submission),
            f"/replies/{row.pk}/",
        )  # fmt: skip
    return found


DESCRIBE.update(assignment=of_assignments, submission=of_proposals, reply=of_replies)
