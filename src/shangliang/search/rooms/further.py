"""What the rooms around proposals let be found: voices, topics, activities, subjects, gaps, clauses.

Of a voice the editor's text is read where there is one, never who told it and never its author; of a
topic never who nominated it. Contacts are read of nothing.
"""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from ...activities.models import Activity
from ...activities.queries import visible as activities
from ...documents.models import Clause
from ...documents.queries import clauses
from ...procedures.office_calendar import today
from ...subjects.models import Subject
from ...subjects.queries import subjects
from ...topics.models import Topic
from ...topics.queries import topics
from ...voices.models import Voice
from ...voices.queries import all_voices
from ...yardsticks.models import Gap
from ...yardsticks.queries import gaps
from ..sources import Entry, Source, register


def all_of_voices(committee_id: int) -> QuerySet[Voice]:
    return Voice.objects.filter(committee_id=committee_id)


def read_voices(rows: QuerySet[Voice]) -> Iterator[Entry]:
    for voice in rows:
        if voice.masked:  # lists show neither title nor text: nobody finds it by them
            day = timezone.localdate(voice.submitted_at or voice.made_at)
            yield Entry(voice.pk, voice.shown_title, "", day, note=voice.get_kind_display())
            continue
        own = (voice.text, voice.analysis, voice.suggestion)
        text = voice.edited_text or "\n".join(t for t in own if t)
        yield Entry(
            voice.pk,
            voice.edited_title or voice.title or "（没有标题）",
            "\n".join(t for t in (text, voice.area) if t),
            timezone.localdate(voice.submitted_at or voice.made_at),
            note=" · ".join(t for t in (voice.get_kind_display(), voice.area) if t),
        )


def all_topics(committee_id: int) -> QuerySet[Topic]:
    return Topic.objects.filter(committee_id=committee_id)


def read_topics(rows: QuerySet[Topic]) -> Iterator[Entry]:
    for topic in rows:
        yield Entry(
            topic.pk,
            topic.title,
            "\n".join(t for t in (topic.text, topic.decision, topic.reason) if t),
            timezone.localdate(topic.made_at),
            note=topic.get_source_display(),
        )


def all_activities(committee_id: int) -> QuerySet[Activity]:
    return Activity.objects.filter(committee_id=committee_id)


def read_activities(rows: QuerySet[Activity]) -> Iterator[Entry]:
    for row in rows:
        day = timezone.localdate(row.starts_at)
        yield Entry(
            row.pk,
            row.title,
            "\n".join(t for t in (row.text, row.place) if t),
            min(day, today()),  # what is to come is as new as today
            note=" · ".join(t for t in (f"{day:%Y-%m-%d}", row.place) if t),
        )


def all_subjects(committee_id: int) -> QuerySet[Subject]:
    return Subject.objects.filter(committee_id=committee_id)


def read_subjects(rows: QuerySet[Subject]) -> Iterator[Entry]:
    for row in rows:
        yield Entry(
            row.pk,
            row.name,
            "\n".join(t for t in (row.about, row.blocker, row.code) if t),
            timezone.localdate(row.made_at),
            note=row.get_kind_display(),
        )


def all_gaps(committee_id: int) -> QuerySet[Gap]:
    return Gap.objects.filter(committee_id=committee_id)


def read_gaps(rows: QuerySet[Gap]) -> Iterator[Entry]:
    for row in rows:
        yield Entry(
            row.pk,
            row.subject,
            "\n".join(t for t in (row.text, row.cause) if t),
            timezone.localdate(row.made_at),
            note=row.get_kind_display(),
        )


def all_clauses(committee_id: int) -> QuerySet[Clause]:
    return Clause.objects.filter(committee_id=committee_id)


def read_clauses(rows: QuerySet[Clause]) -> Iterator[Entry]:
    for row in rows.select_related("intake"):
        yield Entry(
            row.pk,
            row.text[:120],
            row.text,
            row.intake.given_on or timezone.localdate(row.made_at),
            note=f"{row.intake.title} {row.address}",
        )


register(
    Source("voice", "来声", Voice, all_voices, all_of_voices, read_voices,
           lambda pk: reverse("voice", args=[pk]))
)  # fmt: skip
register(
    Source("topic", "议题", Topic, topics, all_topics, read_topics,
           lambda pk: reverse("topic", args=[pk]))
)  # fmt: skip
register(
    Source("activity", "活动", Activity, activities, all_activities, read_activities,
           lambda pk: reverse("activity", args=[pk]))
)  # fmt: skip
register(
    Source("subject", "对象", Subject, subjects, all_subjects, read_subjects,
           lambda pk: reverse("subject", args=[pk]))
)  # fmt: skip
register(
    Source("gap", "差距", Gap, gaps, all_gaps, read_gaps, lambda pk: reverse("gap", args=[pk]))
)
register(
    Source("clause", "条目", Clause, clauses, all_clauses, read_clauses,
           lambda pk: reverse("clause", args=[pk]))
)  # fmt: skip
