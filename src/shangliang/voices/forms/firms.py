"""Forms of firms' difficulties."""

from django import forms

from ...procedures.forms import VerbForm, form_of
from ..grouping import guess
from .desk import units_of, words


@form_of("difficulty", "hand_over")
class HandOver(VerbForm):
    """分派."""

    class_code = forms.ChoiceField(label="哪一类", widget=forms.RadioSelect)
    unit = forms.TypedChoiceField(label="交给哪个单位", coerce=int, empty_value=None)
    note = words("给单位的话", required=False, rows=3)

    def prepare(self) -> None:
        rules, case = self.case.rules, self.case
        found = guess(case.text, rules.matters)
        kind = self.fields["class_code"]
        kind.choices = [(m.code, m.name) for m in rules.matters]  # type: ignore[attr-defined]
        if found.code and not case.class_code:
            kind.help_text = f"系统拟：{rules.matter(found.code).name}，{found.why}，可改。"
        self.fields["unit"].choices = units_of(self.seat.committee_id)  # type: ignore[attr-defined]
        self.initial = {
            "class_code": case.class_code or found.code,
            "unit": case.unit_id or case.wished_unit_id,
        }


@form_of("difficulty", "analyse")
class Analyse(VerbForm):
    """破题、解题."""

    cause = words("原因（破题）", "卡在哪条规定、哪个环节、谁的手里。")
    options = words("有哪些解法（解题）", required=False)

    def prepare(self) -> None:
        self.initial = {"cause": self.case.cause, "options": self.case.options}


@form_of("difficulty", "answer")
class AnswerFirm(VerbForm):
    """答题."""

    result = forms.ChoiceField(label="办理结果", widget=forms.RadioSelect)
    text = words("怎么办的（答题）", "企业会看到；解决没有由企业说。")
    commitment = forms.CharField(
        label="承诺", max_length=200, required=False, help_text="还要办的，写哪天前办到什么。"
    )

    def prepare(self) -> None:
        self.fields["result"].choices = [(r.code, r.name) for r in self.case.rules.results]  # type: ignore[attr-defined]


@form_of("difficulty", "firm_solved")
class FirmSolved(VerbForm):
    """解决了."""

    note = words("企业的话", required=False, rows=3)


@form_of("difficulty", "firm_not_solved")
class FirmNotSolved(VerbForm):
    """没解决."""

    note = words("还差什么", "单位按这句话再办一轮。", rows=3)
