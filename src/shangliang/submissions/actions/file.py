"""立案: the number is given here, once; unsigned names drop here (docs/field.md 1.1, 1.5)."""

import secrets

from django.utils import timezone

from ...notices.post import post
from ...procedures import clocks
from ...procedures.numbering import allot, give_back
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PROPOSAL
from ..models import CoSignature, Submission
from ..people import names_of, proposers, supervisors

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_code() -> str:
    """A look-up code without letters that read alike: TA-7K2M-H617."""
    pick = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"TA-{pick[:4]}-{pick[4:]}"


def give_number(case: Submission) -> None:
    """Number in the session and in the class. A number once given stays with its case."""
    if case.number is None:
        series = f"proposal:number:{case.session_id}"
        if case.rules.number_series == "session_window":
            series += f":{case.window}"
            case.number_window = case.window
        case.number = allot(case.committee_id, series)
    if case.class_number is None:
        case.class_number = class_number(case)
    case.public_code = case.public_code or new_code()


def class_number(case: Submission) -> int:
    """The next number in the class; one left free when its holder changed class is used first."""
    key = f"proposal:class:{case.session_id}:{case.class_code}"
    number = allot(case.committee_id, key)
    used = set(
        Submission.objects.filter(
            committee_id=case.committee_id,
            session_id=case.session_id,
            class_code=case.class_code,
            class_number__isnull=False,
        )
        .exclude(pk=case.pk)
        .values_list("class_number", flat=True)
    )
    if free := set(range(1, number)) - used:
        give_back(case.committee_id, key, number)
        return min(free)
    while number in used:  # numbers brought in from another system
        number = allot(case.committee_id, key)
    return number


@verb(PROPOSAL, "file", Submission)
def file(case: Submission, seat: Seat) -> Done:
    """File the proposal: number, drop unsigned names, tell proposers and the assigning office."""
    give_number(case)
    dropped = case.signatures.filter(
        role=CoSignature.Role.CO, state=CoSignature.State.INVITED
    ).update(state=CoSignature.State.DROPPED, answered_at=timezone.now())
    clocks.drop(case, ["cosign"])
    signed = case.signatures.filter(
        role=CoSignature.Role.CO, state=CoSignature.State.SIGNED
    ).exists()
    if case.nature == "joint" and not signed:
        case.nature = "individual"
    case.filed_at = case.filed_at or timezone.now()
    case.decided_at = timezone.now()
    case.proposer_names = names_of(case)
    post(
        committee_id=case.committee_id,
        to=proposers(case),
        kind="proposal.file",
        text=f"已立案：{case.number_label}《{case.title}》",
        case=case,
        url=f"/proposals/{case.pk}/",
    )
    post(
        committee_id=case.committee_id,
        to=supervisors(case.committee_id),
        kind="proposal.file",
        text=f"待交办：{case.number_label}《{case.title}》",
        case=case,
        url="/desk/assign/",
        needs_act=True,
    )
    return Done(detail={"number": case.number, "class": case.class_code, "dropped": dropped})
