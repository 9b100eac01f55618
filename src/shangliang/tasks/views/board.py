"""督办台账 /board/, its rules, the leader's page and the new task."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from ...actors.models import Actor
from ...journal.kept import kept
from ...procedures.reach import REACH
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.assign_task import ASSIGNERS, assign_task
from ..board import (
    BARS,
    DUES,
    SORTS,
    Wanted,
    narrowed,
    rows_of,
    stands,
    tally,
)
from ..forms.assign import AssignTask
from ..lamps import GROUPS, beside, ruled_way, way_of
from ..models import Task
from ..queries import visible
from ..rules import rules
from ..sources import SOURCE_NAMES

PAGE = 25
READERS = (
    Role.SUPERVISOR,
    Role.CLERK,
    Role.LEADER,
    Role.ORGANISER,
    Role.UNIT_STAFF,
    Role.UNIT_HEAD,
)


class Filter(forms.Form):
    """What the board can be narrowed by; all of it stands in the address."""

    q = forms.CharField(label="任务或依据", required=False, max_length=60)
    source = forms.ChoiceField(label="来源", required=False)
    unit = forms.TypedChoiceField(label="单位", required=False, coerce=int, empty_value=None)
    subject = forms.TypedChoiceField(label="对象", required=False, coerce=int, empty_value=None)
    due = forms.ChoiceField(label="到期", required=False, choices=[("", "不限"), *DUES.items()])
    sort = forms.ChoiceField(label="顺序", required=False, choices=SORTS.items())
    show = forms.CharField(widget=forms.HiddenInput, required=False)
    group = forms.CharField(widget=forms.HiddenInput, required=False)
    lamps = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any, choices: dict[str, list[tuple[Any, str]]]) -> None:
        super().__init__(data)
        for name, rows in choices.items():
            self.fields[name].choices = [("", "全部"), *rows]  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """The filter, nonsense left out."""
        self.is_valid()
        data = self.cleaned_data
        group = data.get("group") or ""
        return Wanted(
            q=(data.get("q") or "").strip(),
            source=data.get("source") or "",
            unit=data.get("unit"),
            subject=data.get("subject"),
            due=data.get("due") or "",
            group=group if group in GROUPS or group in {bar[0] for bar in BARS} else "",
            sort=data.get("sort") or "urgent",
            show="closed" if data.get("show") == "closed" else "open",
        )


def choices_of(seat: Seat) -> dict[str, list[tuple[Any, str]]]:
    """Sources, units and things that have tasks at all."""
    rows = visible(seat).select_related(None).order_by()
    kinds = {
        SOURCE_NAMES.get(k, "其他") for k in rows.values_list("source_type", flat=True).distinct()
    }
    owners = Actor.objects.filter(committee_id=seat.committee_id, pk__in=rows.values("owner_id"))
    about = set(rows.exclude(subject_id=None).values_list("subject_id", flat=True))
    things = REACH["subject"](seat).filter(pk__in=about) if about and "subject" in REACH else []
    return {
        "source": [(k, k) for k in dict.fromkeys(SOURCE_NAMES.values()) if k in kinds],
        "unit": [(u.pk, str(u)) for u in owners],
        "subject": [(s.pk, str(s)) for s in things],
    }


def members_of(group: str) -> tuple[str, ...]:
    """A bar's groups, or the one group itself."""
    return next((bar[3] for bar in BARS if bar[0] == group), (group,))


@needs(*READERS)
def board(request: HttpRequest) -> HttpResponse:
    """Every duty a seat may see, late first."""
    request.loop_step = "办理"  # type: ignore[attr-defined]
    seat = seat_of(request)
    choices = kept(seat.committee_id, f"board:{seat.person_id}", lambda: choices_of(seat))
    ruled = ruled_way(seat.committee_id)
    form = Filter(request.GET, choices)
    wanted, way = form.wanted(), beside(ruled, request.GET.get("lamps"))
    every = stands(narrowed(visible(seat), wanted), seat.committee_id, way)
    count = tally(every)
    if wanted.group:
        inside = members_of(wanted.group)
        found = [stand for stand in every if stand.lamp.group in inside]
    else:
        found = every
    found.sort(key=lambda stand: stand.key(wanted.sort))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "wanted": wanted,
        "way": way,
        "ruled": ruled,
        "ways": [
            (key, one.title, f"?{changed(request, lamps=key)}")
            for key, one in rules().lamps.items()
        ],
        "bars": bars(request, count, len(every), wanted.group),
        "late": sum(count[g] for g in ("late", "serious", "undated")),
        "near": count["near"],
        "mine": waits_for(seat, count),
        "total": len(every),
        "page_obj": page,
        "rows": rows_of(seat, list(page.object_list)),
        "group": GROUPS.get(wanted.group) or next((b[2] for b in BARS if b[0] == wanted.group), ""),
        "chosen": chosen(request, form, wanted),
        "query": request.GET.urlencode(),
        "may_assign": seat.has(*ASSIGNERS) or bool(seat.units),
        "leads": seat.has(Role.SUPERVISOR, Role.CLERK, Role.LEADER),
        "phase": "已了结" if wanted.show == "closed" else "在办",
    }
    return render(request, "tasks/board.html", context)


def waits_for(seat: Seat, count: Any) -> int:
    """What this seat has to do: a unit its own, the office what waits for it."""
    if seat.has(Role.SUPERVISOR, Role.CLERK):
        return count["reported"] + count["contested"]
    if seat.units:
        return count["offered"] + count["late"] + count["serious"] + count["behind"]
    return 0


def changed(request: HttpRequest, **changes: str) -> str:
    """The page's query with changes; the page number falls away."""
    query = request.GET.copy()
    query.pop("page", None)
    for name, value in changes.items():
        if value:
            query[name] = value
        else:
            query.pop(name, None)
    return query.urlencode()


def bars(request: HttpRequest, count: Any, total: int, group: str) -> list[dict[str, Any]]:
    """The head: each group with its number, its share and the address that shows it alone."""
    out: list[dict[str, Any]] = []
    x = 0.0
    tones = {"yellow": "near", "red": "late", "pause": "ink3", "done": "mute"}
    for key, light, word, groups in BARS:
        n = sum(count[g] for g in groups)
        width = 100 * n / total if total else 0
        out.append(
            {
                "light": light,
                "word": word,
                "n": n,
                "url": f"?{changed(request, group='' if group == key else key)}",
                "current": group == key,
                "tone": tones.get(light, "ok"),
                "x": f"{x:.2f}",
                "w": f"{max(width - 0.3, 0.4):.2f}" if n else "",
            }
        )
        x += width
    return out


def chosen(request: HttpRequest, form: Filter, wanted: Wanted) -> list[dict[str, str]]:
    """Each filter in use, with the address without it."""
    out = []
    for name in ("q", "source", "unit", "subject", "due"):
        value = getattr(wanted, name)
        if not value:
            continue
        field = form.fields[name]
        words = dict(getattr(field, "choices", ())).get(value, value)
        out.append(
            {
                "label": str(field.label),
                "value": str(words),
                "url": f"?{changed(request, **{name: ''})}",
            }
        )
    return out


@needs(*READERS, Role.MEMBER)
def lamp_rules(request: HttpRequest) -> HttpResponse:
    """灯怎么判: the published rules, with their sources."""
    request.loop_step = "办理"  # type: ignore[attr-defined]
    ruled = way_of(seat_of(request).committee_id)
    ways = [ruled if one.key == ruled.key else one for one in rules().lamps.values()]
    ways.sort(key=lambda one: one.key != ruled.key)
    return render(request, "tasks/rules.html", {"rules": rules(), "ways": ways, "ruled": ruled})


@needs(*ASSIGNERS, Role.UNIT_STAFF, Role.UNIT_HEAD)
def new(request: HttpRequest) -> HttpResponse:
    """交办一项: by the office, an organiser, a leader; a unit claims its own."""
    request.loop_step = "办理"  # type: ignore[attr-defined]
    seat = seat_of(request)
    form = AssignTask(request.POST or None, seat=seat, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        try:
            task: Task = assign_task(seat, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"已交办：{task.title}")
            return redirect("task", pk=task.pk)
    return render(
        request,
        "tasks/new.html",
        {"form": form, "cancel_url": reverse("board")},
        status=422 if request.method == "POST" else 200,
    )
