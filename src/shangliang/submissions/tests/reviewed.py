"""What a verb of review leaves behind, and cities with other rules."""

from django.utils import timezone

from shangliang.notices.models import Notice
from shangliang.rulebooks.models import Rulebook
from shangliang.submissions.models import Submission


def fresh(case: Submission) -> Submission:
    return Submission.objects.get(pk=case.pk, committee_id=case.committee_id)


def told(person, kind: str) -> list[str]:
    return list(Notice.objects.filter(to=person, kind=kind).values_list("text", flat=True))


def with_rules(city, **changes):
    """The city's rulebook with other values; drafts begun from now on keep it."""
    return Rulebook.objects.create(
        committee=city.committee,
        version=2,
        name="改过的规程",
        state="published",
        valid_from=city.rulebook.valid_from,
        body=city.rulebook.body | changes,
        published_at=timezone.now(),
    )


def without_second_review(city):
    return with_rules(city, steps=city.rulebook.body["steps"] | {"second_review": False})
