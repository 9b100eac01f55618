"""Proposals and the replies to them."""

from collections.abc import Iterator

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils import timezone

from ...submissions.models import Answer, CoSignature, Recommendation, Reply, Submission
from ...submissions.queries import replies, visible
from ..sources import ASIDE, Entry, Source, register


def proposals(committee_id: int) -> QuerySet[Submission]:
    """All of them; a draft is seen by its writers only, which ``visible`` says."""
    return Submission.objects.filter(
        committee_id=committee_id, kind=Submission.Kind.PROPOSAL
    ).exclude(state="discarded")


def read_proposals(rows: QuerySet[Submission]) -> Iterator[Entry]:
    asks = Recommendation.objects.filter(removed_at=None)
    signed = CoSignature.objects.exclude(
        state__in=[CoSignature.State.DECLINED, CoSignature.State.DROPPED]
    ).select_related("person")
    rows = rows.select_related("session").prefetch_related(
        Prefetch("recommendations", asks), Prefetch("signatures", signed)
    )
    for case in rows:
        listed = [f"{a.order}. {a.text}" for a in case.recommendations.all()]
        names = tuple(s.person.name for s in case.signatures.all())
        parts = [case.situation, case.analysis, *listed]
        told = [f"{case.session.year} 年{case.number_label}", case.proposer_names, case.lead_names]
        yield Entry(
            case.pk,
            case.title or "（无案由）",
            "\n".join(p for p in parts if p) + ASIDE + "　".join([*told, *names]),
            timezone.localdate(case.submitted_at or case.created_at),
            note=" · ".join(t for t in told if t),
            number=case.number or case.serial,
            names=names[:12],
        )


def all_replies(committee_id: int) -> QuerySet[Reply]:
    return Reply.objects.filter(committee_id=committee_id)


def read_replies(rows: QuerySet[Reply]) -> Iterator[Entry]:
    answers = Answer.objects.select_related("recommendation").order_by("recommendation__order")
    rows = rows.select_related(
        "submission__session", "assignment__unit", "submission"
    ).prefetch_related(Prefetch("answers", answers))
    for reply in rows:
        said = [a.text for a in reply.answers.all()]
        unit = reply.assignment.unit
        case = reply.submission
        yield Entry(
            reply.pk,
            f"{unit} 对“{case.short_title}”的{reply.get_kind_display()}",
            "\n".join(t for t in [reply.opening, *said, reply.closing, reply.doc_number] if t),
            reply.sent_on or timezone.localdate(reply.saved_at),
            note=f"{case.session.year} 年{case.number_label}" + (f" · {reply.grade} 类" if reply.grade else ""),
        )  # fmt: skip


register(
    Source(
        kind="proposal",
        label="提案",
        model=Submission,
        visible=visible,
        rows=proposals,
        entries=read_proposals,
        url=lambda pk: reverse("proposal", args=[pk]),
        weight=1.0,
    )
)
register(
    Source(
        kind="reply",
        label="答复",
        model=Reply,
        visible=replies,
        rows=all_replies,
        entries=read_replies,
        url=lambda pk: reverse("reply", args=[pk]),
    )
)
