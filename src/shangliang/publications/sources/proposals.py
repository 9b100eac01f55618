"""Published proposals themselves: evidence, not news."""

from collections.abc import Iterable

from django.urls import reverse

from ...publishing.queries import published
from ...submissions.models import Submission
from ..found import Found, Source, register


def read(found: Iterable[Submission]) -> list[Found]:
    out = []
    for case in found:
        full = case.publication.text == "full"
        text = f"{case.situation}\n{case.analysis}" if full else case.publication.summary
        out.append(
            Found(
                "submission", case.pk, case.title, f"{case.title}\n{text}", None,
                reverse("proposal", args=[case.pk]),
                reverse("public-proposal", args=[case.public_code]),
                f"提案：{case.title}",
            )
        )  # fmt: skip
    return out


register(Source("submission", "公开的提案", published, read, ("title", "situation"), told=False))
