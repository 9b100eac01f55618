"""The writing page's form: one proposal, its asks as rows, the units wished for."""

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory

from ..actions.edit import AskData
from ..models import Recommendation, Submission, UnitChoice
from ..texts import MOST_ASKS
from ..units import Unit, units_of

CO_UNITS = 3
FEWEST_ROWS = 1
CONSENT = [("1", "同意公开"), ("0", "不同意公开")]


class UnitField(forms.TypedChoiceField):
    """A unit by id, or none. An id from outside is dropped by the verb, so that a unit that left
    the register while somebody wrote never stops a save."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, empty_value=None, required=False, **kwargs)
        self.widget.attrs["data-unit-pick"] = "1"
        self.widget.template_name = "submissions/writing/unit_select.html"

    def valid_value(self, value: Any) -> bool:
        return str(value).isdigit()


def choices(units: list[Unit], blank: str) -> list[tuple[Any, str]]:
    return [("", blank), *((unit.pk, unit.label) for unit in units)]


class AskForm(forms.Form):
    """One ask and whom it is addressed to."""

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(
        label="建议",
        required=False,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    addressee = UnitField(label="请哪个单位办")

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["addressee"].choices = choices(units, "还没有选")  # type: ignore[attr-defined]


class BaseAsks(BaseFormSet):  # type: ignore[type-arg]
    """Rows in the writer's order."""

    deletion_widget = forms.CheckboxInput
    ordering_widget = forms.NumberInput

    def rows(self) -> list[AskData]:
        """What the verb takes; rows taken out or empty are left out."""
        given: list[tuple[int, int, AskData]] = []
        for n, form in enumerate(self.forms):
            data = form.cleaned_data
            if data.get("DELETE"):
                continue
            ask = AskData(
                id=data.get("id"), text=data.get("text") or "", addressee=data.get("addressee")
            )
            given.append((data.get("ORDER") or 1000 + n, n, ask))
        return [ask for _, _, ask in sorted(given, key=lambda row: row[:2])]


Asks = formset_factory(
    AskForm,
    formset=BaseAsks,
    extra=0,
    can_order=True,
    can_delete=True,
    max_num=MOST_ASKS + 10,
    absolute_max=MOST_ASKS + 20,
)


class Writing(forms.Form):
    """Texts and choices of one proposal. Lengths are the verb's to refuse: nothing is cut here."""

    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(
        label="案由",
        required=False,
        help_text="一句话说清要办的一件事，比如“关于健全加装电梯后续管养机制的提案”。",
    )
    situation = forms.CharField(
        label="情况",
        required=False,
        help_text="看到了什么：什么时候、在哪里、多少，从哪里知道的。",
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    analysis = forms.CharField(
        label="分析",
        required=False,
        help_text="为什么会这样，卡在哪一步。",
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    lead = UnitField(label="希望主办")
    consent_public = forms.ChoiceField(
        label="公开", choices=CONSENT, required=False, widget=forms.RadioSelect
    )
    consent_reason = forms.CharField(label="不同意公开的理由", required=False)
    may_second = forms.BooleanField(
        label="可以附议", required=False, help_text="立案后，其他委员可以附议这件提案。"
    )

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in range(CO_UNITS):
            self.fields[f"co{n}"] = UnitField(label=f"希望会办（{n + 1}）")
        for name in ["lead", *(f"co{n}" for n in range(CO_UNITS))]:
            self.fields[name].choices = choices(units, "不指定")  # type: ignore[attr-defined]

    @property
    def co_fields(self) -> list[forms.BoundField]:
        return [self[f"co{n}"] for n in range(CO_UNITS)]

    def texts(self) -> dict[str, object]:
        data = self.cleaned_data
        names = ("title", "situation", "analysis", "consent_reason", "may_second")
        return {name: data[name] for name in names} | {
            "consent_public": data["consent_public"] != "0"
        }

    def wished(self) -> list[tuple[int, str]]:
        data = self.cleaned_data
        pairs = [(data["lead"], "lead"), *((data[f"co{n}"], "co") for n in range(CO_UNITS))]
        return [(unit, role) for unit, role in pairs if unit]


class Sheet:
    """The form and its rows together, blank, from a case, or from what was sent."""

    def __init__(self, case: Submission, data: Any = None, more: int = 0) -> None:
        self.units = units_of(case.committee_id)
        if data is not None:
            self.form = Writing(data, units=self.units)
            self.asks: Any = Asks(data, prefix="asks", form_kwargs={"units": self.units})
            return
        asks = [
            {"id": row.pk, "text": row.text, "addressee": row.addressee_id}
            for row in case.recommendations.all()
            if row.removed_at is None
        ]
        rows: list[dict[str, Any]] = asks + [{}] * max(more, FEWEST_ROWS - len(asks))
        self.form = Writing(initial=initial(case), units=self.units)
        self.asks = Asks(initial=rows, prefix="asks", form_kwargs={"units": self.units})

    def is_valid(self) -> bool:
        return self.form.is_valid() and self.asks.is_valid()

    def problem(self) -> str:
        """Why the sheet cannot be read at all; rows or numbers were tampered with."""
        return "有一处填写看不懂，没有保存。您写的都还在，请核对后再存。"

    def data(self) -> dict[str, Any]:
        """Keyword arguments of the verb ``edit``."""
        return {
            "fields": self.form.texts(),
            "asks": self.asks.rows(),
            "wished": self.form.wished(),
            "revision": self.form.cleaned_data.get("revision"),
        }


def initial(case: Submission) -> dict[str, Any]:
    """The form's values as saved."""
    found: dict[str, Any] = {
        "revision": case.revision,
        "title": case.title,
        "situation": case.situation,
        "analysis": case.analysis,
        "consent_public": "1" if case.consent_public else "0",
        "consent_reason": case.consent_reason,
        "may_second": case.may_second,
    }
    co = 0
    for row in case.unit_choices.all():
        if row.layer != UnitChoice.Layer.WISHED:
            continue
        if row.role == UnitChoice.Role.CO and co < CO_UNITS:
            found[f"co{co}"] = row.unit_id
            co += 1
        elif row.role != UnitChoice.Role.CO:
            found["lead"] = row.unit_id
    return found


def saved_fields(case: Submission, sent: Any) -> dict[str, str]:
    """What is saved now, under the names of the page's fields: for the one who meets a newer text.

    Each saved ask stands beside the row that was sent for it: by its id, else in the order written.
    """
    values = {name: getattr(case, name) for name in ("title", "situation", "analysis")}
    asks = {row.pk: row for row in case.recommendations.all() if row.removed_at is None}
    total = str(sent.get("asks-TOTAL_FORMS", ""))
    shown = int(total) if total.isdigit() and len(total) < 3 else 0
    places: dict[int, Recommendation] = {}
    for n in range(shown):
        pk = sent.get(f"asks-{n}-id", "")
        if pk.isdigit() and int(pk) in asks:
            places[n] = asks.pop(int(pk))
    free = [n for n in range(shown) if n not in places]
    free.sort(key=lambda n: not sent.get(f"asks-{n}-text", "").strip())  # written rows first
    for row in asks.values():
        place = free.pop(0) if free else shown
        shown = max(shown, place + 1)
        places[place] = row
    values["asks-TOTAL_FORMS"] = str(shown)
    for n in range(shown):
        found = places.get(n)
        values[f"asks-{n}-id"] = str(found.pk) if found else ""
        values[f"asks-{n}-text"] = found.text if found else ""
        values[f"asks-{n}-addressee"] = str(found.addressee_id or "") if found else ""
    return values
