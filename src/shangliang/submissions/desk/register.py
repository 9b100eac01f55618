"""The register (提案总表): every visible proposal, its filter in the URL, one count for the totals."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from ...actors.models import Session
from ...procedures.models import Clock
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...rulebooks.body import ProposalRules
from ...rulebooks.queries import NoRulebook, in_force, rules_of
from ..flow import PROPOSAL
from ..models import Assignment, CoSignature, Rating, Submission
from ..queries import UNSENT, visible
from .units import UnitName, UnknownUnits, read

# Ratings are shielded from the units rated (docs/field.md 1.9): only these offices see or filter them.
SEES_RATINGS = (Role.CLERK, Role.SECOND_REVIEWER, Role.SUPERVISOR, Role.LEADER)


def sees_ratings(seat: Seat) -> bool:
    """An office's seat, unless the same person also works in a unit that is rated."""
    return seat.has(*SEES_RATINGS) and not seat.units


SORTS = {
    "": ("-id",),
    "received": ("id",),
    "-received": ("-id",),
    "number": ("session_id", "number", "id"),
    "-number": ("-session_id", "-number", "-id"),
}


class RegisterForm(forms.Form):
    """The filter. Each field left empty leaves nothing out."""

    q = forms.CharField(label="案由或案号", required=False, max_length=60)
    session = forms.ChoiceField(label="届次", required=False)
    state = forms.ChoiceField(label="状态", required=False)
    class_code = forms.ChoiceField(label="类别", required=False)
    window = forms.ChoiceField(label="时段", required=False)
    nature = forms.ChoiceField(label="性质", required=False)
    unit = forms.CharField(label="承办单位", required=False, max_length=60)
    proposer = forms.CharField(label="提案人", required=False, max_length=40)
    grade = forms.ChoiceField(label="办理类别", required=False)
    satisfaction = forms.ChoiceField(label="评价", required=False)
    key = forms.ChoiceField(label="重点", required=False, choices=[("", "不限"), ("1", "重点提案")])
    overdue = forms.ChoiceField(
        label="时限", required=False, choices=[("", "不限"), ("1", "已逾期")]
    )

    def __init__(
        self,
        data: QueryDict,
        *,
        seat: Seat,
        sessions: list[Session],
        rules: ProposalRules | None,
        units: list[UnitName],
    ) -> None:
        super().__init__(data, auto_id="r_%s")
        self.seat, self.units = seat, units
        self.problems: list[str] = []
        states = [(k, v) for k, v in PROPOSAL.states.items() if k not in ("discarded",)]
        choices = {
            "session": [(str(s.pk), str(s)) for s in sessions],
            "state": states,
            "class_code": [(c.code, c.name) for c in rules.classes] if rules else [],
            "window": list(Submission.Window.choices),
            "nature": list(Submission.Nature.choices),
            "grade": [(g.code, f"{g.code} {g.name}") for g in rules.grades] if rules else [],
            "satisfaction": list(Rating.Score.choices),
        }
        for name, rows in choices.items():
            self.fields[name].choices = [("", "不限"), *rows]  # type: ignore[attr-defined]
        if not sees_ratings(seat):
            del self.fields["satisfaction"]
        for name in ("q", "unit", "proposer"):
            self.fields[name].widget.attrs["autocomplete"] = "off"
        self.fields["unit"].widget.attrs["list"] = "unit-names"

    def chosen(self) -> dict[str, str]:
        """What was understood; a wrong value is left out, and named to the reader."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v}

    def words(self) -> list[tuple[str, str, str]]:
        """(field, label, value in words) of what is chosen."""
        out = []
        for name, value in self.chosen().items():
            options = dict(getattr(self.fields[name], "choices", []))
            out.append((name, str(self.fields[name].label), str(options.get(value, value))))
        return out


def unit_ids(form: RegisterForm, text: str) -> list[int]:
    """The units meant; several of a like name are all meant."""
    try:
        return read(text, form.units)
    except UnknownUnits as unknown:
        hits = [u.pk for u in form.units if text in u.label or any(text in n for n in u.names)]
        if not hits:
            form.problems.append(str(unknown))
        return hits


def narrowed(form: RegisterForm, seat: Seat) -> QuerySet[Submission]:
    """The rows of the filter. Without a state the unsent and discarded drafts stay out."""
    chosen = form.chosen()
    rows = visible(seat).filter(kind=Submission.Kind.PROPOSAL)
    if state := chosen.get("state"):
        rows = rows.filter(state=state)
    else:
        rows = rows.exclude(state__in=UNSENT)
    for name in ("session", "class_code", "window", "nature", "grade", "satisfaction"):
        if value := chosen.get(name):
            rows = rows.filter(**{"session_id" if name == "session" else name: value})
    if chosen.get("key"):
        rows = rows.filter(key=True)
    if unit := chosen.get("unit"):
        mine = Assignment.objects.filter(
            submission=OuterRef("pk"), unit_id__in=unit_ids(form, unit)
        ).exclude(state__in=["returned", "dropped"])
        rows = rows.filter(Exists(mine))
    if proposer := chosen.get("proposer"):
        signed = CoSignature.objects.filter(
            submission=OuterRef("pk"), state="signed", person__name__contains=proposer
        )
        rows = rows.filter(Q(proposer_names__contains=proposer) | Exists(signed))
    if chosen.get("overdue"):
        late = Clock.objects.filter(
            committee_id=seat.committee_id,
            case_type="submission",
            due_on__lt=today(),
            met_on__isnull=True,
            dropped_on__isnull=True,
            paused_on__isnull=True,
        )
        rows = rows.filter(pk__in=late.values("case_id"))
    if words := chosen.get("q"):
        digits = words.strip("第号流水 ")
        found = Q(title__contains=words)
        if digits.isdecimal() and len(digits) < 9:
            found |= Q(number=int(digits)) | Q(serial=int(digits))
        rows = rows.filter(found)
    return rows


@dataclass(frozen=True)
class Totals:
    """The whole list in numbers: all, filed, answered, closed."""

    all: int = 0
    filed: int = 0
    replied: int = 0
    closed: int = 0


def totals(rows: QuerySet[Submission]) -> Totals:
    """One query for all of them."""
    counted = rows.order_by().aggregate(
        all=Count("pk"),
        filed=Count("pk", filter=Q(number__isnull=False)),
        replied=Count("pk", filter=Q(state__in=["replied", "closed"])),
        closed=Count("pk", filter=Q(state="closed")),
    )
    return Totals(**counted)


@dataclass
class Line:
    """One row as the table draws it."""

    case: Submission
    state: str
    tone: str
    class_name: str
    units: str
    light: str = ""
    due: str = ""
    satisfaction: str = ""


TONES = {"not_filed": "late", "withdrawn": "", "returned": "near", "closed": "ok", "replied": "ok"}


def lines(rows: list[Submission], seat: Seat, classes: dict[str, str]) -> list[Line]:
    """A page of rows with their next limit; one query."""
    due: dict[int, Any] = {}
    clocks = Clock.objects.filter(
        committee_id=seat.committee_id,
        case_type="submission",
        case_id__in=[r.pk for r in rows],
        kind__in=["review", "assign", "reply", "rating"],
        met_on__isnull=True,
        dropped_on__isnull=True,
    ).order_by("-due_on")
    for case_id, on, paused in clocks.values_list("case_id", "due_on", "paused_on"):
        due[case_id] = (on, paused)
    ratings = dict(Rating.Score.choices) if sees_ratings(seat) else {}
    out = []
    for case in rows:
        on, paused = due.get(case.pk, (None, None))
        light, word = "", ""
        if on:
            gone = on < today()
            light = "pause" if paused else "red" if gone else "green"
            word = f"{on.month}-{on.day}{' 已过' if gone and not paused else ''}"
        out.append(
            Line(
                case=case,
                state=PROPOSAL.label_of(case.state),
                tone=TONES.get(case.state, "act"),
                class_name=classes.get(case.class_code, case.class_code),
                units=case.lead_names,
                light=light,
                due=word,
                satisfaction=str(ratings.get(case.satisfaction, "")),
            )
        )
    return out


def rules_for(seat: Seat) -> ProposalRules | None:
    """The rulebook in force, for the names of classes and grades; None while there is none."""
    try:
        return rules_of(in_force(seat.committee_id, today()))
    except NoRulebook:
        return None
