"""Forms of the second round and of the rating on paper."""

from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.forms import VerbForm, form_of
from ..models import Rating, Reply, Submission
from ..people import proposers
from ..queries import asks_to_redo


def ask_choices(case: Submission) -> list[tuple[int, str]]:
    """(order, words) of the proposal's asks."""
    return [
        (row.order, f"第 {row.order} 条　{row.text[:60]}")
        for row in case.recommendations.all()
        if row.removed_at is None
    ]


class Orders(forms.TypedMultipleChoiceField):
    """Numbers of asks."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, required=False, widget=forms.CheckboxSelectMultiple, **kwargs)


class ByUnit(VerbForm):
    """Units that answered separately (分办) may each be rated apart; left empty, the common words hold.

    Fields come in pairs, ``attitude_<unit>`` and ``result_<unit>``; they become ``apart``.
    """

    def prepare(self) -> None:
        self.replies = list(
            Reply.objects.filter(
                submission=self.case, round=self.case.round, state="sent", kind=Reply.Kind.REPLY
            ).select_related("assignment__unit")
        )
        self.by_unit = [reply.assignment.unit for reply in self.replies]
        if len(self.by_unit) < 2:
            self.by_unit = []
        choices = [("", "同上"), *self.fields["attitude"].choices]  # type: ignore[attr-defined]
        for unit in self.by_unit:
            for name, word in (("attitude", "办理态度"), ("result", "办理结果")):
                self.fields[f"{name}_{unit.pk}"] = forms.ChoiceField(
                    label=f"{unit}：{word}", required=False, choices=choices,
                    widget=forms.RadioSelect, initial="",
                )  # fmt: skip

    def pairs(self) -> list[tuple[Any, Any]]:
        """The two fields of each unit, for the page."""
        return [(self[f"attitude_{u.pk}"], self[f"result_{u.pk}"]) for u in self.by_unit]

    def worst(self) -> bool:
        """Whether any unit's result is 不满意."""
        data = self.cleaned_data
        return "not" in (data.get("result"), *(data.get(f"result_{u.pk}") for u in self.by_unit))

    def arguments(self) -> dict[str, Any]:
        data = super().arguments()
        apart = []
        for unit in self.by_unit:
            how, what = data.pop(f"attitude_{unit.pk}"), data.pop(f"result_{unit.pk}")
            if how or what:
                apart.append((unit.pk, how or data["attitude"], what or data["result"]))
        return data | {"apart": apart}


@form_of("proposal", "rehandle")
class Rehandle(VerbForm):
    """Which asks go back; those the proposers named stand ticked."""

    asks = Orders(label="重办哪几条", help_text="都不选，就全部重办。")
    note = forms.CharField(
        label="给单位的话",
        required=False,
        max_length=200,
        help_text="单位只看到第几条重办和这句话，看不到谁怎么评。请不要写提案人的姓名。",
    )

    def prepare(self) -> None:
        self.fields["asks"].choices = ask_choices(self.case)  # type: ignore[attr-defined]
        self.initial.setdefault("asks", asks_to_redo(self.case))


@form_of("proposal", "enter_rating")
class EnterRating(ByUnit):
    """As written on the paper form, for one named proposer."""

    person = forms.TypedChoiceField(label="哪一位提案人", coerce=int)
    attitude = forms.ChoiceField(
        label="办理态度", choices=Rating.Score.choices, widget=forms.RadioSelect
    )
    result = forms.ChoiceField(
        label="办理结果", choices=Rating.Score.choices, widget=forms.RadioSelect
    )
    met = forms.ChoiceField(
        label="单位见面了吗",
        required=False,
        choices=[("", "没有写"), ("met", "见了"), ("declined", "说不必"), ("not", "没有")],
    )
    text = forms.CharField(
        label="意见", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    redo = Orders(label="要求重办哪几条")

    def prepare(self) -> None:
        super().prepare()
        rated = set(
            self.case.ratings.filter(round=self.case.round).values_list("person_id", flat=True)
        )
        waiting = [p for p in proposers(self.case) if p not in rated]
        people = Actor.objects.filter(pk__in=waiting).values_list("pk", "name")
        self.fields["person"].choices = list(people)  # type: ignore[attr-defined]
        self.fields["redo"].choices = ask_choices(self.case)  # type: ignore[attr-defined]
