"""Members, drafters and approvers: invitations to sign, ratings, returned drafts, seals."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q

from ...procedures.seat import Role, Seat
from ...submissions.chain.lamps import Light
from ...submissions.models import CoSignature, Rating, Remark, Submission
from .cards import Card, clocks_of, light, link, name


def invitations(seat: Seat) -> Iterator[Card]:
    """Somebody asks for my signature."""
    rows = list(
        CoSignature.objects.filter(
            committee_id=seat.committee_id,
            person_id=seat.person_id,
            role=CoSignature.Role.CO,
            state=CoSignature.State.INVITED,
            submission__state__in=["draft", "approving", "submitted", "reviewing", "returned"],
        ).select_related("submission__author")[:20]
    )
    clocks = clocks_of([r.submission for r in rows], "submission", "cosign")
    for row in rows:
        case = row.submission
        yield Card(
            title=case.short_title,
            verb="看全文",
            url=link("proposal-sign", case.pk),
            note=f"{case.author.name}邀您联名",
            kind="会签邀请",
            light=light(clocks.get(case.pk)),
        )


def own(seat: Seat) -> Iterator[Card]:
    """My proposals that came back, wait for my rating, or are still drafts; my bodies' too."""
    mine = CoSignature.objects.filter(
        submission=OuterRef("pk"),
        person_id=seat.person_id,
        role__in=["first", "co"],
        state=CoSignature.State.SIGNED,
    )
    rated = Rating.objects.filter(
        submission=OuterRef("pk"), person_id=seat.person_id, round=OuterRef("round")
    )
    sent_back = Remark.objects.filter(submission=OuterRef("pk"), verb="refuse_approval")
    writes = Q(author_id=seat.person_id) | Q(drafter_id=seat.person_id)
    # What mine was merged into is answered to me too, and rated by me.
    lead = CoSignature.objects.filter(
        committee_id=seat.committee_id,
        person_id=seat.person_id,
        role__in=["first", "co"],
        state=CoSignature.State.SIGNED,
        submission__state="merged",
    ).values("submission__group__lead_id")
    answered = (
        Q(Exists(mine))
        | Q(pk__in=lead)
        | Q(drafter_id=seat.person_id)
        | Q(approver_id=seat.person_id)
    )
    wanted: Q = (Q(state__in=["draft", "returned"]) & writes) | (
        Q(state="replied") & answered & ~Q(Exists(rated))
    )
    if seat.heads:
        sealed = Q(state="approving", author_id__in=seat.heads)
        wanted |= sealed & ~Q(drafter_id=seat.person_id)
    rows = list(
        Submission.objects.filter(wanted, committee_id=seat.committee_id)
        .select_related("author")
        .annotate(came_back=Exists(sent_back))
        .order_by("-saved_at")[:20]
    )
    clocks = clocks_of(rows, "submission", "rating")
    for case in rows:
        yield card_of(case, light(clocks.get(case.pk)))


def card_of(case: Submission, lamp: Light | None) -> Card:
    """The card of one of my proposals by its state."""
    if case.state == "replied":
        url = link("proposal-rate", case.pk)
        return Card(name(case), "逐条看答复", url, "", "评价答复", lamp)
    back = getattr(case, "came_back", False)
    if case.state == "returned" or (case.state == "draft" and back):
        kind = "审签退回" if case.state == "draft" else "退回修改"
        return Card(case.short_title, "看意见、修改", link("proposal-edit", case.pk), "", kind)
    if case.state == "approving":
        return Card(
            case.short_title,
            "看全文、审签",
            link("proposal", case.pk),
            case.author.name,
            "等您审签",
        )
    return Card(str(case), "接着写", link("proposal-edit", case.pk), "", "草稿")


def cards(seat: Seat) -> Iterator[Card]:
    if seat.has(Role.MEMBER):
        yield from invitations(seat)
    yield from own(seat)
