"""事件链: for the audit administrator, who reads everything and changes nothing."""

import csv
import json
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ...accounts.access_log import note_seat
from ...actors.models import Actor
from ...jobs.actions.start_job import start_job
from ...jobs.beats import last
from ...procedures.seat import Role, Seat
from ...web.access import needs, seat_of
from ..models import Event
from ..wording import TYPES, all_verbs, words_of_event, words_of_type, words_of_verb

PAGE = 50


class Filter(forms.Form):
    """Person, verb, object, days."""

    who = forms.CharField(label="谁", required=False, max_length=40)
    verb = forms.ChoiceField(label="办什么", required=False)
    kind = forms.ChoiceField(label="对象", required=False, choices=[("", "全部"), *TYPES.items()])
    number = forms.IntegerField(label="对象号", required=False, min_value=1)
    since = forms.DateField(
        label="自",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    until = forms.DateField(
        label="至",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verb"].choices = [("", "全部"), *all_verbs()]  # type: ignore[attr-defined]


def start_of(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def events(seat: Seat, form: Filter) -> QuerySet[Event]:
    """The committee's events that pass the filter, newest first."""
    rows = Event.objects.filter(committee_id=seat.committee_id).select_related("person")
    asked = form.cleaned_data if form.is_valid() else {}
    if name := asked.get("who"):
        people = Actor.objects.filter(
            committee_id=seat.committee_id, kind=Actor.Kind.PERSON, name__contains=name
        )
        rows = rows.filter(person_id__in=list(people.values_list("pk", flat=True)[:200]))
    if asked.get("verb"):
        rows = rows.filter(verb=asked["verb"])
    if asked.get("kind"):
        rows = rows.filter(case_type=asked["kind"])
    if asked.get("number"):
        rows = rows.filter(case_id=asked["number"])
    if asked.get("since"):
        rows = rows.filter(at__gte=start_of(asked["since"]))
    if asked.get("until"):
        rows = rows.filter(at__lt=start_of(asked["until"] + timedelta(days=1)))
    return rows.order_by("-seq")


def chosen(request: HttpRequest, form: Filter) -> list[dict[str, Any]]:
    """The conditions in use, each with the address without it."""
    found = []
    for name, field in form.fields.items():
        value = request.GET.get(name, "")
        if not value:
            continue
        query = request.GET.copy()
        query.pop(name)
        query.pop("page", None)
        words = dict(getattr(field, "choices", ())).get(value, value)
        found.append({"label": field.label, "value": words, "url": f"?{query.urlencode()}"})
    return found


def shown(event: Event) -> dict[str, Any]:
    return {
        "event": event,
        "verb": words_of_verb(event.verb),
        "case": f"{words_of_type(event.case_type)} {event.case_id}",
        "about": ""
        if (event.about_type, event.about_id) == (event.case_type, event.case_id)
        else f"{words_of_type(event.about_type)} {event.about_id}",
        "detail": words_of_event(event),
    }


@needs(Role.AUDITOR)
def journal(request: HttpRequest) -> HttpResponse:
    """The log, filtered and paged; what the chain looked like when last proved."""
    seat, form = seat_of(request), Filter(request.GET or None)
    page = Paginator(events(seat, form), PAGE).get_page(request.GET.get("page"))
    proved = last(f"verified:{seat.committee_id}")
    context = {
        "form": form,
        "page_obj": page,
        "rows": [shown(event) for event in page],
        "chosen": chosen(request, form),
        "proved": proved,
    }
    return render(request, "journal/journal.html", context)


@needs(Role.AUDITOR)
def prove(request: HttpRequest) -> HttpResponse:
    """Prove the chain now, as a job."""
    if request.method != "POST":
        return redirect("journal")
    row = start_job(seat_of(request), "journal.verify")
    messages.success(request, "开始核验，做完有消息。")
    return redirect("job", row.pk)


class Line:
    """A file that hands each line back, so that the answer streams."""

    def write(self, value: str) -> str:
        return value


def safe(cell: Any) -> str:
    """A cell a spreadsheet will not run (ASVS 1.2.10)."""
    text = str(cell)
    return f"'{text}" if text[:1] in "=+-@\t\r" else text


HEAD = (
    "序号",
    "时间",
    "人",
    "动作",
    "动作代码",
    "对象",
    "对象号",
    "所涉",
    "所涉号",
    "细节",
    "摘要",
)


def lines(rows: QuerySet[Event]) -> Iterator[str]:
    """The whole filtered log, oldest first, one query."""
    writer = csv.writer(Line())
    yield "\ufeff" + writer.writerow(HEAD)
    for event in rows.order_by("seq").iterator(2000):
        yield writer.writerow(
            safe(cell)
            for cell in (
                event.seq,
                timezone.localtime(event.at).isoformat(),
                event.person.name if event.person else "系统",
                words_of_verb(event.verb),
                event.verb,
                words_of_type(event.case_type),
                event.case_id,
                words_of_type(event.about_type),
                event.about_id,
                json.dumps(event.detail, ensure_ascii=False, sort_keys=True),
                event.digest,
            )
        )


@needs(Role.AUDITOR)  # type: ignore[arg-type]  # streamed: HttpResponseBase, not HttpResponse
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The filtered log as CSV; that it was taken out is itself on record."""
    seat, form = seat_of(request), Filter(request.GET or None)
    rows = events(seat, form)
    note_seat("export", seat, list="journal")
    answer = StreamingHttpResponse(lines(rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="events.csv"'
    return answer
