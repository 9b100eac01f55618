"""苗头: themes that rose, with counts, examples and uncertainty; a person confirms, and something follows."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from ...engines.search.rising import LEAST, PAST, RATE, WINDOW
from ...jobs.actions.start_job import start_job
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused
from ...voices.actions.start import WRITERS
from ...web.access import needs, seat_of
from ..actions.judge_signal import judge_signal
from ..actions.signal_to_report import signal_to_report
from ..actions.signal_to_task import signal_to_task
from ..actions.signal_to_topic import signal_to_topic
from ..early import KIND as LOOK
from ..early import READERS, opened
from ..followed import came_of
from ..forms.follow import TaskOfSignal, TopicOfSignal
from ..forms.suggestions import SignalForm
from ..models import Signal

PAGE = 15


def shown(seat: Seat, signals: list[Signal]) -> list[dict[str, Any]]:
    """Each signal with its texts the seat may open, how many it may not, and what came of it."""
    texts, came = opened(seat, signals), came_of(seat, [s.pk for s in signals])
    return [
        {
            "s": s,
            "texts": texts.get(s.pk, []),
            "closed": len(s.examples) - len(texts.get(s.pk, [])),
            "came": came.get(s.pk, []),
        }
        for s in signals
    ]


@needs(*READERS)
def listing(request: HttpRequest) -> HttpResponse:
    """The newest signals, those nobody judged first; ``?show=`` narrows."""
    seat = seat_of(request)
    show = request.GET.get("show", "")
    rows = Signal.objects.filter(committee_id=seat.committee_id).select_related("judged_by")
    tabs = [("", "待人判断"), ("confirmed", "属实"), ("dismissed", "不是苗头")]
    show = show if show in dict(tabs) else ""
    page = Paginator(rows.filter(verdict=show), PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "rows": shown(seat, list(page.object_list)),
        "tabs": [{"label": label, "url": f"?show={key}", "current": key == show, "count": None} for key, label in tabs],
        "window": WINDOW,
        "past": PAST,
        "rate": f"{RATE:.0%}",
        "least": LEAST,
        "show": show,
    }  # fmt: skip
    return render(request, "search/signals.html", context)


@require_http_methods(["GET", "POST"])
@needs(*READERS)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One signal, and what may follow from a confirmed one: a topic, a task, a report."""
    seat = seat_of(request)
    rows = Signal.objects.filter(committee_id=seat.committee_id).select_related("judged_by")
    signal = get_object_or_404(rows, pk=pk)
    do = request.POST.get("do", "")
    name = f"{signal.theme}的情况"
    topic = TopicOfSignal(
        request.POST if do == "topic" else None, prefix="topic", initial={"title": name[:80]}
    )
    task = TaskOfSignal(
        request.POST if do == "task" else None,
        prefix="task",
        initial={"title": f"查清{name}，提出办法"},
        seat=seat,
    )
    if request.method == "POST":
        try:
            if done := followed(seat, pk, do, topic, task):
                messages.success(request, done[0])
                return redirect(done[1])
        except Refused as refused:
            form = {"topic": topic, "task": task}.get(do)
            if form is None:
                messages.error(request, str(refused))
                return redirect("early-signal", pk=pk)
            form.add_error(None, str(refused))
    context = {
        "row": shown(seat, [signal])[0],
        "window": WINDOW,
        "topic": topic,
        "task": task,
        "wrong": {"topic": topic, "task": task}.get(do),
        "may_write": seat.has(*WRITERS),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "search/signal.html", context, status=status)


def followed(
    seat: Seat, pk: int, do: str, topic: TopicOfSignal, task: TaskOfSignal
) -> tuple[str, str] | None:
    """What to say and where to go when it was done; None when the form has faults. Raises Refused."""
    if do == "topic" and topic.is_valid():
        made = signal_to_topic(seat, pk, **topic.cleaned_data)
        return f"已提为议题，回执号 {made.public_code}。", made.get_absolute_url()
    if do == "task" and task.is_valid():
        made = signal_to_task(seat, pk, **task.cleaned_data)
        return f"已交办：{made.title}", reverse("task", args=[made.pk])
    if do == "report":
        made = signal_to_report(seat, pk)
        return "草稿已写好开头，接着写。", reverse("voice-edit", args=[made.pk])
    return None


@require_POST
@needs(*READERS)
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """A person's word; from a confirmed one it goes on to what may follow."""
    form = SignalForm(request.POST)
    try:
        if form.is_valid():
            row = judge_signal(seat_of(request), pk, **form.cleaned_data)
            messages.success(request, "已记下。")
            if row.verdict == Signal.Verdict.CONFIRMED:
                return redirect("early-signal", pk=pk)
        else:
            messages.error(request, "请选“属实，继续关注”或“不是苗头”；理由不超过 300 字。")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("early-signals")


@require_POST
@needs(*READERS)
def look(request: HttpRequest) -> HttpResponse:
    """Look now, as a job."""
    try:
        row = start_job(seat_of(request), LOOK)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("early-signals")
    return redirect("job", pk=row.pk)
