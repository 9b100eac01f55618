"""People around a proposal: whom to tell, and how names are written."""

from ..actors.models import Actor, Tie
from ..procedures.office_calendar import today
from .models import Assignment, CoSignature, Submission


def tied(committee_id: int, *kinds: str) -> list[int]:
    """People with one of these ties to the committee today."""
    return list(
        Tie.objects.filter(committee_id=committee_id, kind__in=kinds)
        .on(today())
        .values_list("who_id", flat=True)
        .distinct()
    )


def clerks(committee_id: int) -> list[int]:
    """The proposal committee's office."""
    return tied(committee_id, Tie.Kind.CLERK)


def supervisors(committee_id: int) -> list[int]:
    """The assigning and supervising office."""
    return tied(committee_id, Tie.Kind.SUPERVISOR)


def staff_of(unit_ids: list[int], committee_id: int) -> list[int]:
    """The people of handling units."""
    return list(
        Tie.objects.filter(
            committee_id=committee_id,
            kind__in=[Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD],
            whom_id__in=unit_ids,
        )
        .on(today())
        .values_list("who_id", flat=True)
        .distinct()
    )


def family(case: Submission) -> list[int]:
    """The case and, where it leads a merge group, the group's members."""
    if case.group_id and case.group and case.group.lead_id == case.pk:
        return list(case.group.members.values_list("pk", flat=True))
    return [case.pk]


def proposers(case: Submission) -> list[int]:
    """Everyone who is answered and who rates: signed proposers, or a body's drafter and approver."""
    signed = CoSignature.objects.filter(
        committee_id=case.committee_id,
        submission_id__in=family(case),
        state=CoSignature.State.SIGNED,
        role__in=[CoSignature.Role.FIRST, CoSignature.Role.CO],
    ).values_list("person_id", flat=True)
    people = list(signed)
    for row in Submission.objects.filter(
        pk__in=family(case), committee_id=case.committee_id
    ).exclude(nature__in=["individual", "joint"]):
        people += [p for p in (row.drafter_id, row.approver_id) if p]
    return list(dict.fromkeys(people))


def voices(case: Submission) -> list[set[int]]:
    """Whose rating is waited for: each signed proposer, and of a body either drafter or approver.

    The first voice is the first proposer's. A merged proposal's proposers have voices too.
    """
    found: list[set[int]] = []
    together = family(case)
    if together == [case.pk]:
        # Alone, the case's own signatures say it, and a page may have them at hand.
        own = [
            (s.submission_id, s.person_id, s.role)
            for s in case.signatures.all()
            if s.state == CoSignature.State.SIGNED
        ]
        bodies = [case] if case.collective else []
    else:
        own = list(
            CoSignature.objects.filter(
                committee_id=case.committee_id,
                submission_id__in=together,
                state=CoSignature.State.SIGNED,
            ).values_list("submission_id", "person_id", "role")
        )
        bodies = list(
            Submission.objects.filter(pk__in=together, committee_id=case.committee_id).exclude(
                nature__in=["individual", "joint"]
            )
        )
    rank = {CoSignature.Role.FIRST.value: 0, CoSignature.Role.CO.value: 1}
    signed = [row for row in own if row[2] in rank]
    for _, person, _ in sorted(signed, key=lambda row: (row[0] != case.pk, rank[row[2]])):
        if {person} not in found:
            found.append({person})
    for row in bodies:
        voice = {p for p in (row.drafter_id, row.approver_id) if p}
        if voice and row.pk == case.pk:
            found.insert(0, voice)
        elif voice:
            found.append(voice)
    return found


def names_of(case: Submission) -> str:
    """林一川等3人, as lists show it; a body's name for a collective proposal."""
    if case.collective:
        return str(case.author)
    names = list(
        Actor.objects.filter(
            signatures__submission=case,
            signatures__role__in=["first", "co"],
            signatures__state__in=["signed", "invited"],
        )
        .order_by("signatures__order", "signatures__id")
        .values_list("name", flat=True)
    )
    if len(names) <= 1:
        return names[0] if names else str(case.author)
    return f"{names[0]}等{len(names)}人"


def lead_names(case: Submission) -> str:
    """Names of the units that answer the proposer, for lists."""
    live = (
        Assignment.objects.filter(submission=case, role__in=["sole", "lead", "each"])
        .exclude(state__in=["returned", "dropped"])
        .select_related("unit")
    )
    return "、".join(str(a.unit) for a in live)[:200]
