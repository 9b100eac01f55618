"""Forms of returning (申退) and its answers."""

from typing import Any

from django import forms

from ...procedures.forms import VerbForm, form_of
from ..models import Assignment, ReturnRequest
from .unit_choice import UnitField, offer_units, words


@form_of("assignment", "ask_return")
class AskReturn(VerbForm):
    """Reason code of the rulebook, words, and who should handle it instead."""

    reason_code = forms.ChoiceField(label="情形", widget=forms.RadioSelect)
    reason = words("理由", "写明依据哪条职责规定。交办机构据此答复。")
    better_unit = UnitField(label="建议改由", required=False)

    def prepare(self) -> None:
        self.fields["reason_code"].choices = [  # type: ignore[attr-defined]
            (r.code, r.name) for r in self.case.rules.return_reasons
        ]
        offer_units(self, "better_unit", but=self.case.unit_id)
        if not self.case.rules.return_reasons:
            del self.fields["reason_code"]

    def arguments(self) -> dict[str, Any]:
        return {"reason_code": ""} | dict(self.cleaned_data)


def asked(case: Assignment) -> ReturnRequest | None:
    """The request that waits for an answer."""
    return case.returns.filter(state="open").select_related("better_unit").first()


@form_of("assignment", "grant_return")
class GrantReturn(VerbForm):
    """Which unit takes it on; the unit's own proposal stands filled in."""

    new_unit = UnitField(
        label="改由哪个单位承办",
        required=False,
        help_text="选了就当场交办，新单位的签收、申退、答复时限从今天起算。",
    )
    answer = words("答复", required=False)

    def prepare(self) -> None:
        offer_units(self, "new_unit", but=self.case.unit_id)
        request = asked(self.case)
        if request:
            self.initial["new_unit"] = request.better_unit_id
            self.fields["answer"].help_text = f"单位的理由：{request.reason}"


@form_of("assignment", "refuse_return")
class RefuseReturn(VerbForm):
    """Why the unit must handle it."""

    answer = words("为什么不同意", "单位会看到这段话，并照办。")

    def prepare(self) -> None:
        if request := asked(self.case):
            self.fields[
                "answer"
            ].help_text = f"单位会看到这段话，并照办。单位的理由：{request.reason}"


@form_of("assignment", "drop")
class Drop(VerbForm):
    """Why the unit is let go."""

    note = words("为什么取消", "单位会收到这段话。")


@form_of("proposal", "reassign")
class Reassign(VerbForm):
    """The units at work and up to three new ones, each with its part."""

    PARTS = (("lead", "主办"), ("co", "会办"), ("each", "分办"), ("", "不再承办"))

    def prepare(self) -> None:
        self.rows: list[tuple[int, str]] = []
        live = self.case.assignments.exclude(state__in=["returned", "dropped"])
        for row in live.select_related("unit"):
            name = f"unit_{row.unit_id}"
            self.fields[name] = forms.ChoiceField(
                label=str(row.unit),
                choices=self.PARTS,
                required=False,
                widget=forms.RadioSelect,
                initial="lead" if row.role == "sole" else row.role,
            )
            self.rows.append((row.unit_id, name))
        for n in (1, 2, 3):
            self.fields[f"new_{n}"] = UnitField(label=f"新增单位 {n}", required=False)
            self.fields[f"part_{n}"] = forms.ChoiceField(
                label=f"新增单位 {n} 办什么",
                choices=self.PARTS[:3],
                initial="co",
                required=False,
                widget=forms.RadioSelect,
            )
        offer_units(self, "new_1", "new_2", "new_3")

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        units = [(unit, data[name]) for unit, name in self.rows if data.get(name)]
        units += [
            (data[f"new_{n}"], data.get(f"part_{n}") or "co")
            for n in (1, 2, 3)
            if data.get(f"new_{n}")
        ]
        return {"units": units}
