"""The assignment desk (交办台): the meeting's table, worked by row or in bulk, and its paper."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from ....actors.models import Actor, Session
from ....engines.calendar import Span, due
from ....engines.papers.official import (
    AssignmentList,
    AssignmentRow,
    Letter,
    chinese_date,
    paragraphs,
    to_docx,
    to_pdf,
)
from ....procedures.office_calendar import calendar_of, today
from ....procedures.seat import Role, Seat
from ....procedures.verdicts import Refused
from ....web.access import needs, seat_of
from ...actions.assign import assign
from ...desk.assigning import Line, board, filed, line_of
from ...desk.queue import Counted
from ...desk.units import UnitName, UnknownUnits, chosen, units_of
from ...models import Submission
from ...queries import visible

ASSIGNERS = (Role.SUPERVISOR, Role.CLERK)
PER_PAGE = 50
RECENT = timedelta(minutes=10)
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def session_of(request: HttpRequest) -> int | None:
    """The session asked for in the URL."""
    value = request.GET.get("session") or request.POST.get("session") or ""
    return int(value) if value.isdecimal() and len(value) < 10 else None


@needs(*ASSIGNERS)
def assign_desk(request: HttpRequest) -> HttpResponse:
    """The table; POST assigns one row or the ticked ones."""
    seat = seat_of(request)
    if request.method == "POST":
        return assign_some(request, seat)
    return table(request, seat)


def table(
    request: HttpRequest, seat: Seat, typed: dict[int, Line] | None = None, status: int = 200
) -> HttpResponse:
    """Draw the table; ``typed``: rows that were refused, with what was typed and why."""
    session = session_of(request)
    rows = filed(seat, session)
    page = Counted(rows, PER_PAGE).get_page(request.GET.get("page", "1"))
    shown = board(seat, list(page.object_list))
    for line in shown.lines:
        if typed and (was := typed.get(line.case.pk)):
            line.lead, line.co, line.way = was.lead, was.co, was.way
            line.problem, line.ticked = was.problem, was.ticked
    late = [was for was in (typed or {}).values() if was.case.state != "filed"]
    context = {
        "board": shown,
        "page_obj": page,
        "units": units_of(seat.committee_id),
        "sessions": Session.objects.filter(committee_id=seat.committee_id).select_related("term"),
        "session": session,
        "late": late,
        "failed": [was for was in (typed or {}).values() if was.case.state == "filed"],
        "query": f"session={session}" if session else "",
    }
    return render(request, "submissions/review/assign.html", context, status=status)


def typed_line(request: HttpRequest, case: Submission) -> Line:
    """A row as it was sent."""
    line = line_of(case)
    line.lead = request.POST.get(f"lead-{case.pk}", line.lead)[:200]
    line.co = request.POST.get(f"co-{case.pk}", line.co)[:400]
    line.way = request.POST.get(f"way-{case.pk}", line.way)
    line.ticked = True
    return line


def assign_some(request: HttpRequest, seat: Seat) -> HttpResponse:
    """One row by its own button, else all the ticked ones; each stands or falls by itself."""
    one = request.POST.get("one", "")
    ids = [one] if one else request.POST.getlist("selected")
    wanted = {int(i) for i in ids[:200] if i.isdecimal()}
    cases = visible(seat).filter(pk__in=wanted, kind=Submission.Kind.PROPOSAL)
    rows = list(cases.select_related("rulebook").prefetch_related("unit_choices__unit"))
    if not rows:
        messages.warning(request, "还没有勾选。先勾选要交办的提案。")
        return redirect(f"{reverse('assign-desk')}?{request.GET.urlencode()}")
    names = units_of(seat.committee_id)
    done: list[Submission] = []
    failed: dict[int, Line] = {}
    for case in sorted(rows, key=lambda c: (c.number or 0, c.pk)):
        line = typed_line(request, case)
        if problem := assign_line(seat, line, names):
            line.problem = problem
            failed[case.pk] = line
        else:
            done.append(case)
    if done:
        said = "、".join(c.number_label for c in done[:5]) + ("等" if len(done) > 5 else "")
        messages.success(request, f"已交办 {len(done)} 件：{said}")
    if failed:
        return table(request, seat, failed, status=422)
    return redirect(f"{reverse('assign-desk')}?{request.GET.urlencode()}")


def assign_line(seat: Seat, line: Line, names: list[UnitName]) -> str:
    """Assign one row to what stands in its boxes; the reason when it was not."""
    if line.case.state != "filed":
        return already(line.case)
    try:
        assign(seat, line.case.pk, units=chosen(line.lead, line.co, line.way, names))
    except UnknownUnits as unknown:
        return str(unknown)
    except Refused as refused:
        if refused.kind == "state":
            line.case.refresh_from_db()
            return already(line.case)
        return str(refused)
    return ""


def already(case: Submission) -> str:
    """Somebody, or the same impatient finger, was quicker: nothing is assigned twice."""
    if case.assigned_at and timezone.now() - case.assigned_at < RECENT:
        at = timezone.localtime(case.assigned_at)
        return f"{at:%H:%M} 已交办给{case.lead_names}，没有再交办一次。"
    if case.assigned_at:
        return f"早已交办给{case.lead_names}，要改单位请用“改办”。"
    return "现在不是“已立案待交办”，没有交办。"


@needs(*ASSIGNERS)
def assign_list(request: HttpRequest, kind: str) -> HttpResponse:
    """The list the meeting works from (交办通知附表), as Word or PDF."""
    if kind not in TYPES:
        raise Http404
    seat = seat_of(request)
    cases = list(filed(seat, session_of(request))[:2000])
    paper = paper_of(seat, cases)
    body = to_docx(paper) if kind == "docx" else to_pdf(paper)
    response = HttpResponse(body, content_type=TYPES[kind])
    name = f"assignment-{today():%Y%m%d}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def paper_of(seat: Seat, cases: list[Submission]) -> AssignmentList:
    """The notice with its list; limits as they would run from today."""
    committee = Actor.objects.get(pk=seat.committee_id)
    calendar = calendar_of(seat.committee_id)
    rows = []
    for case in cases:
        line = line_of(case)
        key = "reply_plenary" if case.window == Submission.Window.PLENARY else "reply_ordinary"
        rule = case.rules.clocks[key]
        limit = due(today(), Span.parse(rule.span), calendar, roll=case.rules.roll).on
        rows.append(
            AssignmentRow(
                number=f"{case.number:04d}" if case.number else "",
                title=case.title,
                proposer=case.proposer_names,
                lead=line.lead or "（待定）",
                assist=line.co,
                due=chinese_date(limit),
            )
        )
    session = str(cases[0].session) if cases else ""
    name = committee.short or committee.name
    text = (
        f"现将{session}会议立案的提案 {len(cases)} 件交由有关单位办理。请按期签收，"
        "主动与提案人沟通，逐条答复。不属本单位职责的，请在申退期限内提出并说明应由哪个单位办理。"
    )
    letter = Letter(
        issuer_mark=name,
        number="",
        title=f"关于交办{session}会议提案的通知",
        addressee="各承办单位",
        paragraphs=paragraphs(text),
        issuer=f"{name}办公室" if not name.endswith("办公室") else name,
        date=today(),
    )
    return AssignmentList(
        letter=letter,
        list_title=f"{session}会议提案交办一览表（{chinese_date(today())}）",
        rows=rows,
    )
