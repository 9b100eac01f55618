"""Replies that their unit opened, to proposals whose publication shows them (公开的答复)."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse

from ...publishing.queries import published
from ...submissions.models import Answer, Reply
from ..found import Found, Source, register, short


def rows(committee: int) -> QuerySet[Reply]:
    """Sent, marked public in full, looked at for secrecy; the proposal shows its reply."""
    shown = published(committee).filter(publication__show_reply=True, publication__text="full")
    return Reply.objects.filter(
        committee_id=committee,
        state="sent",
        kind=Reply.Kind.REPLY,
        publicity=Reply.Publicity.FULL,
        secrecy_checked=True,
        sent_on__isnull=False,
        submission__in=shown,
    ).select_related("submission", "assignment__unit")


def read(found: Iterable[Reply]) -> list[Found]:
    replies = list(found)
    answers: dict[int, list[str]] = {}
    given = Answer.objects.filter(
        committee_id__in={r.committee_id for r in replies}, reply__in=[r.pk for r in replies]
    ).exclude(text="")
    for row in given.order_by("recommendation__order", "id").select_related("recommendation"):
        answers.setdefault(row.reply_id, []).append(short(row.text, 300))
    out = []
    for reply in replies:
        case, unit = reply.submission, reply.assignment.unit
        said = "\n".join(answers.get(reply.pk, []))
        out.append(
            Found(
                "reply", reply.pk, f"{unit}答复《{case.title}》",
                f"{unit}对提案《{case.title}》作了答复。\n{said}", reply.sent_on,
                reverse("proposal", args=[case.pk]),
                reverse("public-proposal", args=[case.public_code]),
                f"公开的答复：{unit} {reply.doc_number}".strip(),
            )
        )  # fmt: skip
    return out


register(
    Source("reply", "公开的答复", rows, read, ("submission__title", "answers__text"), "sent_on")
)
