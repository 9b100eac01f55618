"""邀请联名: ask current members to sign; a clerk enters signatures given on paper (docs/field.md 1.1)."""

from collections.abc import Sequence

from django.db.models import Max
from django.utils import timezone

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..members import current
from ..models import CoSignature, Submission
from ..people import names_of


@verb(PROPOSAL, "invite", Submission)
def invite(case: Submission, seat: Seat, *, people: Sequence[int], on_paper: bool = False) -> Done:
    """Invite ``people``; ``on_paper``: they signed the paper the clerk holds, so nothing is asked.

    The limit for signing runs from the last invitation; names unsigned at filing drop.
    """
    if on_paper and not (seat.has(Role.CLERK) and case.entered_by_id == seat.person_id):
        raise refuse("只有代录的提案委工作人员可以登记纸面签名。", "who")
    chosen = list(dict.fromkeys(people))
    members = dict(current(case.committee_id).filter(pk__in=chosen).values_list("pk", "name"))
    if not chosen or set(chosen) - members.keys():
        raise refuse("请从本届委员名册里选要邀请的人。")
    known = {row.person_id: row for row in case.signatures.all()}
    for person in chosen:
        if row := known.get(person):
            raise refuse(already(row, members[person]))
    last = case.signatures.aggregate(last=Max("order"))["last"] or 0
    CoSignature.objects.bulk_create(
        CoSignature(
            committee_id=case.committee_id,
            submission=case,
            person_id=person,
            order=last + n,
            state=CoSignature.State.SIGNED if on_paper else CoSignature.State.INVITED,
            answered_at=timezone.now() if on_paper else None,
            on_paper=on_paper,
            revision=case.revision,
        )
        for n, person in enumerate(chosen, 1)
    )
    renamed(case)
    if on_paper:
        return Done(detail={"people": chosen, "on_paper": True}, start=())
    post(
        committee_id=case.committee_id,
        to=chosen,
        kind="proposal.invite",
        text=f"{case.author}邀您联名：《{case}》",
        case=case,
        url=f"/proposals/{case.pk}/sign/",
        needs_act=True,
    )
    return Done(detail={"people": chosen})


def already(row: CoSignature, name: str) -> str:
    """Why this person is not asked again."""
    if row.role == CoSignature.Role.FIRST:
        return f"{name}就是第一提案人。"
    if row.state == CoSignature.State.DECLINED:
        return f"{name}已谢绝会签，不再邀请。"
    return f"{name}已经在邀请名单里了。"


def renamed(case: Submission) -> None:
    """After signatures changed: the names lists show, and once handed in, whether it is joint."""
    case.proposer_names = names_of(case)
    if case.state != "draft" and not case.collective:
        others = case.signatures.filter(role=CoSignature.Role.CO).exclude(
            state__in=[CoSignature.State.DECLINED, CoSignature.State.DROPPED]
        )
        case.nature = "joint" if others.exists() else "individual"
