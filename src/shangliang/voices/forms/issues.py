"""Forms of issues, surveys and leads."""

from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.forms import VerbForm, form_of
from ...procedures.office_calendar import today
from ..models import IssueItem, Lead, Voice
from .desk import day, words


@form_of("issue", "compose")
class Compose(VerbForm):
    """编排: signed items, in the order of their signing; the order may be typed."""

    title = forms.CharField(
        label="题目", max_length=120, required=False, help_text="专报写题目；《社情民意》可不填。"
    )
    items = forms.TypedMultipleChoiceField(
        label="编入哪些", coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def prepare(self) -> None:
        self.fields["items"].choices = [(v.pk, v.shown_title) for v in signed(self.case)]  # type: ignore[attr-defined]
        here = self.case.items.values_list("voice_id", flat=True)
        self.initial = {"title": self.case.title, "items": list(here)}


def signed(issue: Any) -> list[Voice]:
    """Signed items that stand in no other living issue."""
    taken = (
        IssueItem.objects.filter(committee_id=issue.committee_id)
        .exclude(issue__state="dropped")
        .exclude(issue_id=issue.pk)
        .values("voice_id")
    )
    rows = Voice.objects.filter(committee_id=issue.committee_id, state="signed")
    return list(rows.exclude(pk__in=taken).order_by("signed_at", "id")[:50])


@form_of("issue", "send_out")
class SendOut(VerbForm):
    """报送."""

    level = forms.ChoiceField(label="送到哪一级", widget=forms.RadioSelect)
    to = words("送给谁", "一行一个。")
    on = day("报送日期")

    def prepare(self) -> None:
        rules = self.case.rules
        self.fields["level"].choices = list(rules.levels.items())  # type: ignore[attr-defined]
        usual = [r.name for r in rules.recipients if r.level == "city"]
        self.initial = {"level": "city", "to": "\n".join(usual), "on": today()}

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        data["to"] = [line.strip() for line in data["to"].splitlines() if line.strip()]
        return data


@form_of("survey", "invite_firms")
class InviteFirms(VerbForm):
    """发链接."""

    firms = forms.TypedMultipleChoiceField(
        label="名册里的企业", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    names = words("名册外的企业", "一行一家，存进名册。", required=False)

    def prepare(self) -> None:
        has = self.case.links.values("firm_id")
        rows = Actor.objects.filter(
            committee_id=self.case.committee_id, kind=Actor.Kind.FIRM, active=True
        ).exclude(pk__in=has)
        self.fields["firms"].choices = [(r.pk, r.name) for r in rows[:500]]  # type: ignore[attr-defined]


class OfMatter(VerbForm):
    """One of the classes."""

    matter = forms.ChoiceField(label="类")

    def prepare(self) -> None:
        self.fields["matter"].choices = [(m.code, m.name) for m in self.case.rules.matters]  # type: ignore[attr-defined]


@form_of("survey", "settle_matter")
class SettleMatter(OfMatter):
    """定归类."""

    answer = forms.IntegerField(widget=forms.HiddenInput)


@form_of("survey", "make_cases")
class MakeCases(OfMatter):
    """转为企业难题."""


class StageNote(VerbForm):
    """What was reached."""

    note = words("做到了什么", rows=3)


@form_of("lead", "to_visit")
class ToVisit(StageNote):
    """已互访."""

    matched = forms.TypedChoiceField(
        label="与哪一条配上", coerce=int, empty_value=None, required=False
    )

    def prepare(self) -> None:
        other = Lead.Side.NEED if self.case.side == Lead.Side.OFFER else Lead.Side.OFFER
        rows = Lead.objects.filter(
            committee_id=self.case.committee_id, side=other, what=self.case.what
        ).exclude(state="ended")
        self.fields["matched"].choices = [("", "没有"), *((r.pk, r.title) for r in rows[:50])]  # type: ignore[attr-defined]


@form_of("lead", "to_agreement")
class ToAgreement(StageNote):
    """已签约."""


@form_of("lead", "to_landed")
class ToLanded(StageNote):
    """已落地."""


@form_of("lead", "end_lead")
class EndLead(StageNote):
    """中止."""

    note = words("为什么中止", rows=3)
