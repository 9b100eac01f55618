"""成效: recording and judging on one case's page, and the list where every number opens."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ....actors.models import Session
from ....procedures.seat import Seat
from ....procedures.verdicts import Refused
from ....tasks.actions.judge_effect import judge_effect, may_judge
from ....tasks.actions.record_effect import record_effect
from ....tasks.effects import known, speaking, under
from ....tasks.models import Effect
from ....web.access import needs, seat_of
from ...chain.facts import Facts, gather
from ...models import Recommendation, Submission
from ...queries import visible

KINDS = [
    ("solved", "见效", "ok"),
    ("partly", "部分见效", "near"),
    ("not", "未见效", "near"),
    ("reported", "只有单位自报", "self"),
    ("unknown", "尚不知道", ""),
]


class RecordEffect(forms.Form):
    """Baseline first: without it nobody can say that anything changed."""

    ask = forms.TypedChoiceField(label="哪条建议", coerce=int)
    doer = forms.TypedChoiceField(label="谁办的", coerce=int)
    measure = forms.CharField(
        label="衡量什么", max_length=200, help_text="能数、能查的，例如“停用的电梯台数”。"
    )
    baseline = forms.CharField(
        label="原来", max_length=200, help_text="办理以前是多少，哪年哪月的数。"
    )
    value = forms.CharField(label="现在", max_length=200, required=False)
    measured_on = forms.DateField(
        label="测量日", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    evidence = forms.FileField(label="佐证", required=False, help_text="照片、表格或文件")

    def __init__(self, *args: Any, facts: Facts, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ask"].choices = [  # type: ignore[attr-defined]
            (a.pk, f"{a.order}. {a.text[:40]}") for a in facts.asks
        ]
        rows = facts.live if facts.office else facts.mine
        self.fields["doer"].choices = [(a.unit_id, str(a.unit)) for a in rows]  # type: ignore[attr-defined]


class JudgeEffect(forms.Form):
    """What became of it, how one knows, and how many people affected were asked."""

    effect = forms.IntegerField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label="结论", choices=Effect.Verdict.choices, widget=forms.RadioSelect
    )
    value = forms.CharField(label="现在", max_length=200, required=False)
    measured_on = forms.DateField(
        label="测量日", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    how = forms.CharField(
        label="怎么核实的",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="看了哪里、查了什么、问了谁。",
    )
    asked = forms.IntegerField(label="问了几位群众", required=False, min_value=0, max_value=1000000)
    content = forms.IntegerField(label="其中认可的", required=False, min_value=0, max_value=1000000)


def rows_of(facts: Facts, posted: JudgeEffect | None) -> list[dict[str, Any]]:
    """Each ask with its effects, and for each effect the judging form where this seat may judge."""
    rows = []
    for ask in facts.asks:
        effects = []
        for row in facts.effects.get(ask.pk, ()):
            form = None
            if may_judge(facts.seat, row) is None:
                mine = posted and posted.data.get("effect") == str(row.pk)
                start = {
                    "effect": row.pk,
                    "verdict": row.verdict,
                    "value": row.value,
                    "measured_on": row.measured_on,
                    "how": row.how,
                    "asked": row.asked,
                    "content": row.content,
                }
                form = posted if mine else JudgeEffect(initial=start, auto_id=f"e{row.pk}_%s")
            effects.append({"row": row, "form": form, "open": bool(form and form.errors)})
        rows.append({"ask": ask, "effects": effects})
    return rows


@needs()
def of_case(request: HttpRequest, pk: int) -> HttpResponse:
    """Record and judge the effects of one proposal."""
    facts = gather(seat_of(request), pk)
    case, seat = facts.case, facts.seat
    orders = {a.pk: a for a in facts.asks}
    may = bool(case.replied_at) and (facts.office or bool(facts.mine))
    record_form = RecordEffect(facts=facts) if may else None
    judge_form: JudgeEffect | None = None
    if request.method == "POST" and "effect" in request.POST:
        judge_form = JudgeEffect(request.POST, auto_id=f"e{request.POST['effect'][:12]}_%s")
        if judge_form.is_valid():
            data = judge_form.cleaned_data
            known = {e.pk: e for rows in facts.effects.values() for e in rows}
            row = known.get(data["effect"])
            ask = orders.get(row.about_id) if row else None
            try:
                judge_effect(
                    seat,
                    data.pop("effect"),
                    case=case,
                    voices=case.rules.effect_voices,
                    order=ask.order if ask else None,
                    **data,
                )
            except Refused as refused:
                if refused.kind in ("wall", "who"):
                    raise
                judge_form.add_error(None, str(refused))
            else:
                return redirect("proposal-effects", case.pk)
    elif request.method == "POST" and may:
        record_form = RecordEffect(request.POST, request.FILES, facts=facts)
        if record_form.is_valid():
            data = record_form.cleaned_data
            ask = orders[data.pop("ask")]
            try:
                record_effect(
                    seat,
                    about=ask,
                    case=case,
                    doer_id=data.pop("doer"),
                    order=ask.order,
                    **data,
                )
            except Refused as refused:
                record_form.add_error(None, str(refused))
            else:
                return redirect("proposal-effects", case.pk)
    request.loop_step = "成效"  # type: ignore[attr-defined]
    bad = bool((judge_form and judge_form.errors) or (record_form and record_form.errors))
    return render(
        request,
        "submissions/chain/effects_case.html",
        {
            "case": case,
            "rows": rows_of(facts, judge_form),
            "record_form": record_form,
            "voices": case.rules.effect_voices,
            "by_unit": not facts.office,
        },
        status=422 if bad else 200,
    )


def answered_asks(seat: Seat, session_id: int | None) -> QuerySet[Recommendation]:
    """Asks that were answered: the whole that "3 of 17" is part of."""
    return Recommendation.objects.filter(
        committee_id=seat.committee_id,
        removed_at__isnull=True,
        state="answered",
        submission__in=answered_cases(seat, session_id).values("pk").order_by(),
    )


def answered_cases(seat: Seat, session_id: int | None) -> QuerySet[Submission]:
    """Proposals with a delivered answer that this seat may see."""
    cases = visible(seat).filter(state__in=["replied", "closed"])
    return cases.filter(session_id=session_id) if session_id else cases


def effects_in(seat: Seat, session_id: int | None) -> QuerySet[Effect]:
    """The effects that speak for asks of these proposals."""
    cases = answered_cases(seat, session_id).values("pk").order_by()
    return speaking(seat.committee_id, "recommendation").filter(
        case_type="submission", case_id__in=cases
    )


def counts_of(seat: Seat, session_id: int | None = None) -> dict[str, int]:
    """solved, partly, not, reported, unknown, total; two questions however many proposals."""
    total = answered_asks(seat, session_id).count()
    found = known(effects_in(seat, session_id))
    said = {key: found.get(key, 0) for key, _, _ in KINDS if key != "unknown"}
    return said | {"unknown": max(0, total - sum(said.values())), "total": total}


def asks_under(seat: Seat, session_id: int | None, key: str) -> QuerySet[Recommendation]:
    """The asks behind one number."""
    rows = answered_asks(seat, session_id)
    speak = speaking(seat.committee_id, "recommendation").filter(about_id=OuterRef("pk"))
    if key == "unknown":
        return rows.filter(~Exists(speak))
    about = under(effects_in(seat, session_id), key).values("about_id")
    return rows.filter(pk__in=about)


class Counted(Paginator):
    """A paginator told its count: the figures above the list have it already."""

    def __init__(self, rows: Any, size: int, count: int) -> None:
        super().__init__(rows, size)
        self.count = count  # type: ignore[misc]


@needs()
def listing(request: HttpRequest) -> HttpResponse:
    """成效: solved, partly, not, not yet known; each number opens its chains."""
    seat = seat_of(request)
    sessions = list(
        Session.objects.filter(committee_id=seat.committee_id).select_related("term")[:8]
    )
    given = request.GET.get("session", "")
    chosen = next((s for s in sessions if str(s.pk) == given), None)
    session_id = chosen.pk if chosen else None
    counts = counts_of(seat, session_id)
    verdict = request.GET.get("verdict", "")
    if verdict not in {k for k, _, _ in KINDS}:
        verdict = "solved" if counts["solved"] else "unknown"
    # By the case's own number: an index gives the first page without sorting the rest.
    rows = (
        asks_under(seat, session_id, verdict)
        .select_related("submission", "addressee")
        .order_by("-submission_id", "order")
    )
    page = Counted(rows, 25, counts[verdict]).get_page(request.GET.get("page"))
    page.object_list = with_effects(list(page.object_list), seat)  # type: ignore[assignment]
    request.loop_step = "成效"  # type: ignore[attr-defined]
    return render(
        request,
        "submissions/chain/effects.html",
        {
            "figures": [
                {"key": k, "label": label, "tone": tone, "count": counts[k]}
                for k, label, tone in KINDS
            ],
            "total": counts["total"],
            "verdict": verdict,
            "verdict_label": next(label for k, label, _ in KINDS if k == verdict),
            "page_obj": page,
            "sessions": sessions,
            "chosen": chosen,
        },
    )


def with_effects(asks: list[Recommendation], seat: Seat) -> list[Recommendation]:
    """Hang on each ask of the page its latest effect, judged ones first; one query."""
    found: dict[int, Effect] = {}
    rows = Effect.objects.filter(
        committee_id=seat.committee_id,
        about_type="recommendation",
        about_id__in=[a.pk for a in asks],
    ).select_related("doer", "judge", "evidence")
    for row in rows.order_by(Coalesce("judged_at", "made_at"), "id"):
        before = found.get(row.about_id)
        if before is None or row.judge_id or not before.judge_id:
            found[row.about_id] = row
    for ask in asks:
        ask.effect = found.get(ask.pk)  # type: ignore[attr-defined]
    return asks
