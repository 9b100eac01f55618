"""领导分工表 as a Word file: who is in charge of what since when, and what changed this year."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ...actors.actions.charge import LEADING
from ...actors.models import Actor, Tie
from ...actors.queries import BUSINESS
from ...documents.paper_templates import template_of
from ...engines.papers.official import Report, Section, Table, to_docx
from ...procedures.office_calendar import today
from ...submissions.views.chain.papers import WORD, attachment
from ...web.access import needs, seat_of

K = Tie.Kind


def day_of(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today()


@require_safe
@needs(*BUSINESS)
def charge_sheet(request: HttpRequest) -> HttpResponse:
    """``?on=``: as it holds on a day. Three questions."""
    seat, day = seat_of(request), day_of(request.GET.get("on", ""))
    ties = list(
        Tie.objects.filter(committee_id=seat.committee_id, kind=K.IN_CHARGE)
        .select_related("who", "whom")
        .order_by("whom__kind", "whom__stroke_key", "start")
    )
    offices = list(
        Tie.objects.filter(committee_id=seat.committee_id, kind=K.OFFICE, title__in=LEADING)
        .on(day)
        .select_related("who")
    )
    offices.sort(key=lambda t: (LEADING.index(t.title), t.rank, t.pk))
    held = [t for t in ties if t.start <= day and (not t.end or t.end >= day)]
    rows = []
    for o in offices:
        mine = [t for t in held if t.who_id == o.who_id]
        rows.append(
            [
                o.title,
                o.who.name,
                "、".join(str(t.whom) for t in mine) or "—",
                "、".join(dict.fromkeys(f"{t.start:%Y-%m-%d}" for t in mine)) or "—",
                "；".join(dict.fromkeys(t.basis for t in mine if t.basis)) or "—",
            ]
        )
    changed = [t for t in ties if t.start.year == day.year and t.start <= day]
    ended = [t for t in ties if t.end and t.end.year == day.year and t.end < day]
    moves = [
        [f"{t.start:%Y-%m-%d}", f"{t.whom}由{t.who.name}分管", t.basis or "—"] for t in changed
    ]
    moves += [[f"{t.end:%Y-%m-%d}", f"{t.who.name}不再分管{t.whom}", "—"] for t in ended if t.end]
    tables = [Section("", tables=[Table(["职务", "姓名", "分管", "从何时", "依据"], rows)])]
    if moves:
        tables.append(Section("本年调整", tables=[Table(["日期", "调整", "依据"], sorted(moves))]))
    body = Actor.objects.get(pk=seat.committee_id)
    report = Report(
        title=f"{body}领导分工表", subtitle=f"{day:%Y年%-m月%-d日}的分工",
        sections=tables, issuer=body.name, date=day,
    )  # fmt: skip
    name = f"领导分工表（{day:%Y-%m-%d}）.docx"
    return attachment(to_docx(report, template_of(seat.committee_id, "report")), WORD, name)
