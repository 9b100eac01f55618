"""The answering form: five fields a question, all on one page; half-filled is kept."""

from typing import Any

from django import forms

from ...procedures.forms import VerbForm, form_of
from ..models import Answer
from .verbs import day, line, words


@form_of("sheet", "answer_sheet")
class AnswerSheet(VerbForm):
    """Fields are named q1_verdict, q1_evidence, …"""

    mission = words("强使命：我们为谁、为什么做", required=False, rows=2)

    def prepare(self) -> None:
        for answer in self.case.answers.all():
            n = f"q{answer.number}"
            self.fields[f"{n}_verdict"] = forms.ChoiceField(
                label=f"第{answer.number}问：{answer.question}",
                required=False,
                choices=Answer.Verdict.choices,
                widget=forms.RadioSelect,
                help_text=answer.against,
            )
            self.fields[f"{n}_evidence"] = words("凭什么这样说", required=False, rows=2)
            self.fields[f"{n}_gap_text"] = line("差在哪里", required=False)
            self.fields[f"{n}_measure_text"] = line("怎么办", required=False)
            self.fields[f"{n}_person_name"] = line("责任人", required=False, most=60)
            self.fields[f"{n}_due_on"] = day("时限", required=False)
            for name in PARTS:
                self.initial.setdefault(f"{n}_{name}", getattr(answer, name))
        self.fields["pledge"] = words("勇担当：我来负责的", required=False, rows=2)
        self.fields["person_name"] = line("填写人", required=False, most=60)
        for name in ("mission", "pledge", "person_name"):
            self.initial.setdefault(name, getattr(self.case, name))

    def rows(self) -> list[dict[str, Any]]:
        """The questions with their bound fields, for the template."""
        return [
            {"answer": a, **{name: self[f"q{a.number}_{name}"] for name in PARTS}}
            for a in self.case.answers.all()
        ]

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        answers = [
            {"number": a.number, **{name: data.get(f"q{a.number}_{name}") for name in PARTS}}
            for a in self.case.answers.all()
        ]
        return {
            "answers": answers,
            "mission": data.get("mission", ""),
            "pledge": data.get("pledge", ""),
            "person_name": data.get("person_name", ""),
        }


PARTS = ("verdict", "evidence", "gap_text", "measure_text", "person_name", "due_on")
