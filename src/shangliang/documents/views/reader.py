"""The reader: source on the left, what was read out of it on the right, each lighting the other."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Max, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ...procedures.forms import FORMS
from ...procedures.office_calendar import today
from ...procedures.perform import REGISTRY
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused, offers
from ...tasks.models import Task
from ...web.access import needs, seat_of
from ..actions.extract_verbs import ANSWERS, WRONG
from ..flow import EXTRACT, INTAKE
from ..flow.intake import DESK, READERS, STATES
from ..models import Extract, Intake
from ..queries import extracts, intakes
from ..readings.light import TONE, shown, sign
from ..readings.units import Units, units_of

K = Extract.Kind
# So much of the source stands on one page; what was found in it stands beside it.
PARAGRAPHS = 80
KINDS = (K.TASK, K.FLAG, K.INDICATOR, K.GAP, K.TOPIC, K.CLAUSE)
FLAGS = {
    "impossible_date": "日期不可能",
    "date_order": "先后不对",
    "placeholder": "有遮去的字",
    "double_negative": "又降又负",
    "claim_against_data": "说法和数不合",
    "percent_points": "百分点按百分比写",
    "narrow_addressee": "对象少了一类",
    "author_unsure": "作者不能确定",
    "title_missing": "没有题名",
    "repeated_title": "题名重复",
    "similar_titles": "名称相近的两份文件",
    "same_thing": "同一件事两种说法",
    "page_ornament": "版面装饰",
    "lost_percent": "可能丢了百分号",
    "overspent": "支出超过到位",
    "torn_table": "表格断开了",
    "unknown_unit": "不认识的单位",
}
REASONS = list(WRONG.items())


@require_safe
@needs(*READERS)
def reader(request: HttpRequest, pk: int) -> HttpResponse:
    """One text: part, kind and page stand in the address."""
    seat = seat_of(request)
    row = get_object_or_404(intakes(seat), pk=pk)
    if row.state in ("reading", "failed"):
        return render(
            request, "documents/waiting.html", {"intake": row, "state": STATES[row.state]}
        )
    return render(request, "documents/reader.html", context_of(request, seat, row))


def context_of(request: HttpRequest, seat: Seat, row: Intake) -> dict[str, Any]:
    """Everything of one page of the reader."""
    parts = list(row.parts.all())
    wanted = number(request.GET.get("part"), 1)
    part = next((p for p in parts if p.number == wanted), parts[0] if parts else None)
    here = row.paragraphs.filter(part=part.number if part else 1)
    edge = here.aggregate(count=Count("pk"), most=Max("order"))
    pages = max(1, -(-edge["count"] // PARAGRAPHS))
    if line := number(request.GET.get("line"), 0):
        before = here.filter(first__lt=line).count()
        page = min(pages, before // PARAGRAPHS + 1)
    else:
        page = min(pages, max(1, number(request.GET.get("page"), 1)))
    paragraphs = list(here[(page - 1) * PARAGRAPHS : page * PARAGRAPHS])
    kind = request.GET.get("kind", "")
    kind = kind if kind in K.values or kind in ("soft", "open") else "open"
    mine = row.extracts.filter(part=part.number if part else 1)
    if not row.suggestions:
        mine = mine.exclude(origin="machine", state="open")
    tally = counts(row, mine)
    found: list[Extract] = []
    if paragraphs:
        orders = (paragraphs[0].order, paragraphs[-1].order)
        found = list(
            mine.filter(Q(paragraph__range=orders) | Q(gone=True)).select_related("decided_by")
        )
    may = seat.has(*DESK) and row.state == "open"
    units = units_of(seat.committee_id)
    listed = [dress(e, row, units, may) for e in found if belongs(e, kind)]
    current = next((e for e in listed if e.state == "open"), None)
    base = f"?part={part.number if part else 1}"
    return {
        "intake": row,
        "parts": parts,
        "part": part,
        "paragraphs": shown(paragraphs, found),
        "extracts": listed,
        "current": current.pk if current else 0,
        "kind": kind,
        "tabs": tabs(tally, kind, base, page),
        "tally": tally,
        "page": page,
        "pages": range(1, pages + 1) if pages > 1 else (),
        "base": base,
        "may": may,
        "state": STATES[row.state],
        "verbs": [o for o in offers(INTAKE, seat, row) if not o.move.form],
        "here": f"{request.path}{base}&kind={kind}&page={page}",
        "desk": seat.has(*DESK),
        "reasons": REASONS,
        "kinds": K.choices,
    }


def number(said: str | None, otherwise: int) -> int:
    return int(said) if said and said.isdecimal() and len(said) < 9 else otherwise


def belongs(row: Extract, kind: str) -> bool:
    """Which tab a finding stands under."""
    if kind == "soft":
        return row.soft
    if kind == "open":
        return not row.soft and row.kind != K.CLAUSE
    return row.kind == kind and not row.soft


def counts(row: Intake, mine: QuerySet[Extract]) -> dict[str, Any]:
    """What waits and what is decided: of the part by kind, of the whole text in all."""
    by_kind: dict[str, int] = dict.fromkeys([*K.values, "soft", "open"], 0)
    waiting = certain = 0
    for kind, soft, state, sure, many in (
        mine.order_by().values_list("kind", "soft", "state", "certain").annotate(n=Count("pk"))
    ):
        by_kind["soft" if soft else kind] += many
        if not soft and kind != K.CLAUSE:
            by_kind["open"] += many
        if state == "open" and not soft:
            waiting += many
            if sure and kind != K.FLAG:
                certain += many
    whole = row.extracts.filter(gone=False).aggregate(
        waiting=Count("pk", filter=Q(state="open", soft=False)),
        decided=Count("pk", filter=~Q(state__in=("open", "parked"))),
        doubts=Count("pk", filter=Q(kind=K.FLAG, state__in=("open", "parked"))),
        ready=Count("pk", filter=Q(kind=K.TASK, state="accepted")),
        wrong=Count("pk", filter=Q(state="refused")),
        parked=Count("pk", filter=Q(state="parked")),
    )
    return whole | {"kinds": by_kind, "here": waiting, "certain": certain}


def tabs(tally: dict[str, Any], kind: str, base: str, page: int) -> list[dict[str, Any]]:
    """The kinds that occur, the one shown marked."""
    kinds = tally["kinds"]
    rows = [("open", "要定的"), *((k.value, k.label) for k in KINDS), ("soft", "一般要求")]
    return [
        {
            "label": label,
            "url": f"{base}&kind={key}&page={page}",
            "count": kinds[key],
            "current": key == kind,
        }
        for key, label in rows
        if kinds[key] or key in ("open", kind)
    ]


def dress(row: Extract, intake: Intake, units: Units, may: bool) -> Extract:
    """What a card shows beside the finding's own words."""
    row.intake = intake
    card: dict[str, Any] = {"sign": sign(row), "tone": TONE.get(row.kind, "task"), "rows": []}
    data = row.data
    if row.kind == K.TASK:
        card["rows"] = task_rows(row, units)
    elif row.kind == K.TOPIC:
        card["rows"] = [
            ("形式", data.get("form")),
            ("目标", data.get("aim")),
            ("章节", row.section),
        ]
    elif row.kind == K.INDICATOR:
        sort = {"actual": "实际", "target": "目标", "hypothetical": "假设"}
        card["rows"] = [
            ("时期", period_words(data)),
            ("比较", data.get("comparison")),
            ("性质", sort.get(data.get("sort", ""), "")),
        ]
    elif row.kind == K.GAP:
        said = row.text if row.title and row.title != row.text else ""
        card["rows"] = [("表现", said), ("目标", data.get("target"))]
    elif row.kind == K.CLAUSE:
        card["rows"] = [("条目号", data.get("address"))]
    elif row.kind == K.FLAG:
        card["title"] = FLAGS.get(row.title, "存疑")
        card["suggestion"] = data.get("suggestion")
        card["answers"] = list(ANSWERS.items())
        card["answer"] = ANSWERS.get(row.answer, "")
    card["rows"] = [(name, value) for name, value in card["rows"] if value]
    card["wrong"] = WRONG.get(row.answer, "") if row.state == "refused" else ""
    card["may"] = may and row.state != "made"
    card["made_url"] = made_url(row)
    row.card = card  # type: ignore[attr-defined]
    return row


def period_words(data: dict[str, Any]) -> str:
    """2026年上半年（文中“上半年”）."""
    period, said = data.get("period") or "", data.get("said") or ""
    return f"{period}（文中“{said}”）" if said and said != period else period


def task_rows(row: Extract, units: Units) -> list[tuple[str, Any]]:
    """Lead, partners, date and quantity as proposed; names nobody knows are said to be so."""
    out: list[tuple[str, Any]] = []
    for label, key in (("主责", "lead"), ("协办", "partners")):
        known, unknown = units.several(list(row.data.get(key) or []))
        words = [units.labels[pk] for pk in known] + [f"{w}（名册里没有）" for w in unknown]
        if words:
            out.append((label, "、".join(words)))
    due = row.data.get("due") or ""
    said = row.data.get("deadline") or ""
    if due or said:
        out.append(("期限", f"{due}（文中“{said}”）" if due and said else due or f"“{said}”"))
    out.append(("数量", row.data.get("quantity")))
    return out


def made_url(row: Extract) -> str:
    """Where what was made of it can be seen."""
    if row.made_id is None:
        return ""
    names = {"task": "task", "topic": "topic", "clause": "clause", "gap": "gap",
             "reading": "figure"}  # fmt: skip
    if name := names.get(row.made_type):
        from django.urls import NoReverseMatch

        try:
            return reverse(name, args=[row.made_id])
        except NoReverseMatch:
            return ""
    return ""


@needs(*READERS)
def extract(request: HttpRequest, pk: int) -> HttpResponse:
    """The source line of a finding: the reader, opened at it."""
    row = get_object_or_404(extracts(seat_of(request)), pk=pk)
    url = reverse("intake", args=[row.intake_id])
    kind = "soft" if row.soft else row.kind
    return redirect(f"{url}?part={row.part}&line={row.first}&kind={kind}#e{row.pk}")


@require_POST
@needs(*READERS)
def extract_do(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """A verb of a card: the card as it now is (htmx), or back to the page (no script)."""
    action = REGISTRY.get(("extract", verb))
    if action is None:
        raise Http404
    seat = seat_of(request)
    row = get_object_or_404(extracts(seat).select_related("decided_by"), pk=pk)
    problem, form = "", None
    data: dict[str, Any] = {}
    if kind := FORMS.get(("extract", verb)):
        form = kind(request.POST, case=row, seat=seat)
        if form.is_valid():
            data = form.arguments()
        else:
            problem = "；".join(str(e) for errors in form.errors.values() for e in errors)
    if not problem:
        try:
            action(seat, pk, **data)
        except Refused as refused:
            problem = str(refused)
    if not request.htmx:  # type: ignore[attr-defined]
        (messages.error if problem else messages.success)(
            request, problem or f"已{EXTRACT[verb].label}：{row}"
        )
        return redirect(back_to(request, row))
    row = extracts(seat).select_related("decided_by").get(pk=pk)
    dress(
        row, row.intake, units_of(seat.committee_id), seat.has(*DESK) and row.intake.state == "open"
    )
    context = {
        "e": row,
        "problem": problem,
        "reasons": REASONS,
        "here": request.POST.get("next", ""),
        "tally": counts(row.intake, row.intake.extracts.filter(part=row.part)),
        "oob": True,
        "intake": row.intake,
        "desk": True,
    }
    said = problem or f"已{EXTRACT[verb].label}：{row.card['sign']}"  # type: ignore[attr-defined]
    return render(request, "documents/card_swap.html", context | {"said": said})


@require_safe
@needs(*DESK)
def extract_form(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """A verb's form, to stand in the card."""
    kind = FORMS.get(("extract", verb))
    if kind is None:
        raise Http404
    seat = seat_of(request)
    row = get_object_or_404(extracts(seat), pk=pk)
    context = {
        "e": row,
        "verb": verb,
        "form": kind(case=row, seat=seat),
        "label": EXTRACT[verb].label,
    }
    return render(request, "documents/card_form.html", context)


def back_to(request: HttpRequest, row: Extract) -> str:
    """The page the button stood on, at the card."""
    from django.utils.http import url_has_allowed_host_and_scheme

    wanted = request.POST.get("next", "")
    if wanted and url_has_allowed_host_and_scheme(wanted, {request.get_host()}):
        return f"{wanted.split('#')[0]}#e{row.pk}"
    return f"{reverse('intake', args=[row.intake_id])}?part={row.part}#e{row.pk}"


@needs(*DESK)
def tasks(request: HttpRequest, pk: int) -> HttpResponse:
    """把已采纳的立为任务: one act (交办, 批示, 认领) for many sentences; each stands or falls by itself."""
    seat = seat_of(request)
    row = get_object_or_404(intakes(seat), pk=pk)
    ready = list(
        row.extracts.filter(kind=K.TASK, state="accepted", gone=False).select_related("intake")
    )
    kind = FORMS[("extract", "hand_over")]
    typed = request.POST if request.method == "POST" else None
    units = units_of(seat.committee_id)
    lines = []
    done, failed = 0, 0
    for one in ready[:100]:
        ticked = typed is None or str(one.pk) in typed.getlist("selected")
        problem = ""
        form = None
        if typed is not None and ticked:
            given = typed.copy()
            for name in ("title", "owner", "due_on"):
                given[name] = typed.get(f"{name}-{one.pk}", "")
            given.setlist("partners", typed.getlist(f"partners-{one.pk}"))
            form = kind(given, case=one, seat=seat)
            if form.is_valid():
                try:
                    REGISTRY[("extract", "hand_over")](seat, one.pk, **form.arguments())
                    done += 1
                    continue
                except Refused as refused:
                    problem = str(refused)
            else:
                problem = "；".join(str(e) for errors in form.errors.values() for e in errors)
            failed += 1
        lines.append(line_of(one, units, typed, ticked, problem))
    if typed is not None and done:
        messages.success(request, f"已立为任务 {done} 项，责任单位会收到签收的消息。")
    if typed is not None and not done and not failed:
        messages.warning(request, "还没有勾选。先勾选要立为任务的。")
    if typed is not None and not lines:
        return redirect(reverse("intake", args=[pk]))
    made = Task.objects.filter(committee_id=seat.committee_id, source_type="extract", source_id__in=row.extracts.values("pk")).select_related("owner")  # fmt: skip
    sample = kind(typed, case=ready[0], seat=seat) if ready else None
    context = {
        "intake": row,
        "lines": lines,
        "form": sample,
        "made": list(made[:100]),
        "units": units.labels.items(),
    }
    return render(request, "documents/tasks.html", context, status=422 if failed else 200)


def line_of(one: Extract, units: Units, typed: Any, ticked: bool, problem: str) -> dict[str, Any]:
    """One row of the table of tasks to be: as proposed, or as typed."""
    if typed is not None:
        return {
            "e": one,
            "title": typed.get(f"title-{one.pk}", one.title),
            "owner": number(typed.get(f"owner-{one.pk}"), 0),
            "due": typed.get(f"due_on-{one.pk}", ""),
            "partners": [number(pk, 0) for pk in typed.getlist(f"partners-{one.pk}")],
            "ticked": ticked,
            "problem": problem,
        }
    lead, unknown = units.several(list(one.data.get("lead") or []))
    partners, _ = units.several(list(one.data.get("partners") or []))
    due = str(one.data.get("due") or "").split("/")[-1]
    said = (
        f"名册里没有“{'、'.join(unknown)}”，请选责任单位。" if unknown else "没有点到单位，请选。"
    )
    return {
        "e": one,
        "title": one.title,
        "owner": lead[0] if lead else 0,
        "due": due if due >= f"{today():%F}" else "",
        "past": due if due and due < f"{today():%F}" else "",
        "partners": [*lead[1:], *partners],
        "ticked": bool(lead),
        "problem": "" if lead else said,
    }
