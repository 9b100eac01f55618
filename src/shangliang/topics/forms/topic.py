"""Forms of a topic's verbs."""

from typing import Any

from django import forms

from ...procedures.forms import VerbForm, form_of
from ..models import Deployment, Topic
from ..presets import criteria
from .fields import NONE, choice, day, line, pick, words


@form_of("topic", "amend_topic")
class AmendTopic(VerbForm):
    """Wording and what it serves."""

    title = line("议题")
    source = choice("来源", Topic.Source.choices)
    text = words("情况", required=False)
    deployment = pick("对应的重大部署", required=False)
    decision = line("要赶上的决策", "例如“市养老服务条例草案征求意见”。", required=False)
    decision_on = day("决策日期", required=False)

    def prepare(self) -> None:
        rows = Deployment.objects.filter(committee_id=self.case.committee_id, active=True)
        field: Any = self.fields["deployment"]
        field.choices = [NONE, *((str(r.pk), r.name) for r in rows)]
        for name in ("title", "source", "text", "decision", "decision_on"):
            self.initial.setdefault(name, getattr(self.case, name))
        self.initial.setdefault("deployment", self.case.deployment_id)


@form_of("topic", "judge_topic")
class JudgeTopic(VerbForm):
    """Marks 1 to 5 on each criterion, or an interest declared."""

    def prepare(self) -> None:
        mine = self.case.judgements.filter(judge_id=self.seat.person_id).first()
        marks = mine.points if mine else {}
        for c in criteria():
            mark: Any = forms.TypedChoiceField(
                label=c.label,
                help_text=c.ask,
                required=False,
                coerce=int,
                empty_value=None,
                choices=[(n, str(n)) for n in range(1, 6)],
                widget=forms.RadioSelect,
                initial=marks.get(c.key),
            )
            # not asked of who declares an interest; each is, of who marks
            mark.look, mark.optional = "pick", ""
            self.fields[c.key] = mark
        self.fields["note"] = words("意见", required=False, rows=2, most=300)
        self.fields["note"].initial = mine.note if mine else ""
        self.fields["conflict"] = forms.BooleanField(
            label="我与这个议题有利害关系，不打分",
            required=False,
            initial=bool(mine and mine.conflict),
        )

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        marks = {c.key: data[c.key] for c in criteria() if data.get(c.key)}
        return {"points": marks, "note": data["note"], "conflict": data["conflict"]}


@form_of("topic", "choose_topic")
class ChooseTopic(VerbForm):
    """Why this one."""

    reason = words("选定的理由", "提出人会看到。", most=500)


@form_of("topic", "decline_topic")
class DeclineTopic(VerbForm):
    """Why not."""

    reason = words("不选用的理由", "提出人会看到，请说清楚为什么，还可以走什么渠道。", most=500)


@form_of("topic", "return_to_pool")
class ReturnToPool(VerbForm):
    """Why back."""

    reason = words("放回的理由", most=500)


@form_of("topic", "merge_topic")
class MergeTopic(VerbForm):
    """Into which."""

    into = pick("并入哪一件")
    reason = words("说明", "不写就告诉提出人“说的是一件事”。", required=False, rows=2, most=500)

    def prepare(self) -> None:
        from ..alike import alike

        near = [row.pk for row in alike(self.case.committee_id, self.case.title, but=self.case.pk)]
        rows = list(
            Topic.objects.filter(
                committee_id=self.case.committee_id, state__in=["pool", "chosen", "planned"]
            ).exclude(pk=self.case.pk)[:300]
        )
        rows.sort(key=lambda r: (near.index(r.pk) if r.pk in near else 99, -r.pk))
        field: Any = self.fields["into"]
        field.choices = [
            ("", "请选"),
            *((str(r.pk), ("相近：" if r.pk in near else "") + r.title) for r in rows),
        ]
