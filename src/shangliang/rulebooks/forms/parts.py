"""Parts made of single values: steps, limits, extension, natures, contacts, rating, award, others.

Each form knows how to read its values from the stored body and how to put them back; the whole
body is then checked by :mod:`..troubles`, and what is wrong returns to its field.
"""

from typing import Any

from django import forms

from .. import words
from ..body import NEEDED_CLOCKS, STEPS
from .fields import LinesField, SpanField

Body = dict[str, Any]


class PartForm(forms.Form):
    """One part. ``paths`` maps a field to its place in the body."""

    paths: dict[str, tuple[str, ...]] = {}

    @classmethod
    def read(cls, body: Body) -> dict[str, Any]:
        """Initial values from the body; a missing one keeps the model's default."""
        found: dict[str, Any] = {}
        for name, path in cls.paths.items():
            place: Any = body
            for step in path:
                place = place.get(step) if isinstance(place, dict) else None
            if place is not None:
                found[name] = place
        return found

    def put(self, body: Body) -> None:
        """The cleaned values into ``body``, in place."""
        for name, path in self.paths.items():
            *steps, last = path
            place = body
            for step in steps:
                place = place.setdefault(step, {})
            place[last] = self.cleaned_data[name]

    def field_at(self, path: tuple[str | int, ...]) -> str | None:
        """The field a trouble belongs to."""
        return next((name for name, own in self.paths.items() if path[: len(own)] == own), None)


class Steps(PartForm):
    """环节 on or off."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, text in STEPS.items():
            name, _, why = text.partition("：")
            self.fields[key] = forms.BooleanField(label=name, help_text=why, required=False)

    @classmethod
    def read(cls, body: Body) -> dict[str, Any]:
        return {key: body.get("steps", {}).get(key, False) for key in STEPS}

    def put(self, body: Body) -> None:
        body["steps"] = {key: bool(self.cleaned_data[key]) for key in STEPS}


class Clocks(PartForm):
    """时限: a limit, when it warns, and the rule it rests on; an optional one may be left empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, name in words.CLOCK_WORDS.items():
            self.fields[f"{key}__span"] = SpanField(
                label=f"{name}期限",
                required=key in NEEDED_CLOCKS,
                error_messages={"required": "这一项时限不能空着。"},
            )
            self.fields[f"{key}__near"] = forms.IntegerField(
                label=f"{name}提前几个工作日提醒", min_value=0, max_value=60, required=False
            )
            self.fields[f"{key}__basis"] = forms.CharField(
                label=f"{name}的依据", max_length=100, required=False
            )

    @classmethod
    def read(cls, body: Body) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, rule in body.get("clocks", {}).items():
            found[f"{key}__span"] = rule["span"]
            found[f"{key}__near"] = rule.get("near", 3)
            found[f"{key}__basis"] = rule.get("basis", "")
        return found

    def rows(self) -> list[dict[str, Any]]:
        """For the table of the page."""
        return [
            {
                "name": name,
                "since": words.CLOCK_SINCE[key],
                "needed": key in NEEDED_CLOCKS,
                "span": self[f"{key}__span"],
                "near": self[f"{key}__near"],
                "basis": self[f"{key}__basis"],
            }
            for key, name in words.CLOCK_WORDS.items()
        ]

    def put(self, body: Body) -> None:
        clocks = body.setdefault("clocks", {})
        for key, name in words.CLOCK_WORDS.items():
            span, near = self.cleaned_data[f"{key}__span"], self.cleaned_data[f"{key}__near"]
            if not span:
                clocks.pop(key, None)
                continue
            clocks[key] = {
                "label": clocks.get(key, {}).get("label", name),
                "span": span,
                "near": 3 if near is None else near,
                "basis": self.cleaned_data[f"{key}__basis"],
            }

    def field_at(self, path: tuple[str | int, ...]) -> str | None:
        if path[:1] == ("clocks",) and len(path) >= 2:
            name = f"{path[1]}__{path[2] if len(path) > 2 else 'span'}"
            return name if name in self.fields else None
        return None


class Extension(PartForm):
    """延期 and what happens to a last day off."""

    paths = {
        "extension_limit": ("extension_limit",),
        "extension_times": ("extension_times",),
        "roll": ("roll",),
    }
    extension_limit = SpanField(
        label="自交办起总期限不得超过", help_text="如“6个月”。延期后的到期日不会超过它。"
    )
    extension_times = forms.IntegerField(label="每个时限可延几次", min_value=0, max_value=5)
    roll = forms.BooleanField(
        label="末日逢休息日，顺延到下一工作日",
        required=False,
        help_text="民法典第二百零三条的通常做法；个别地方的固定日期不顺延。",
    )


class Natures(PartForm):
    """谁可以提, and which only during the plenary."""

    paths = {"natures": ("natures",), "plenary_only": ("plenary_only",)}
    natures = forms.MultipleChoiceField(
        label="收哪些提案",
        choices=list(words.NATURES.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "至少收一种提案。"},
    )
    plenary_only = forms.MultipleChoiceField(
        label="其中只在大会期间提的",
        choices=list(words.NATURES.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        left = set(data.get("plenary_only", ())) - set(data.get("natures", ()))
        if left:
            names = "、".join(words.NATURES[key] for key in words.NATURES if key in left)
            self.add_error("plenary_only", f"上面没有收：{names}。请先勾选，或在这里去掉。")
        return data


class Contacts(PartForm):
    """沟通 before a reply."""

    paths = {
        "contacts_before_reply": ("contacts_before_reply",),
        "face_to_face": ("face_to_face",),
        "contact_means": ("contact_means",),
    }
    contacts_before_reply = forms.IntegerField(
        label="答复前至少沟通几次", min_value=0, max_value=10
    )
    face_to_face = forms.BooleanField(
        label="必须面商", required=False, help_text="勾选后，没有面商记录的答复送不出去。"
    )
    contact_means = LinesField(label="沟通方式", help_text="一行一种，按使用多少排。")


class RatingPart(PartForm):
    """评价 and when it reopens the case."""

    paths = {name: ("rating", name) for name in ("headline", "second_round", "rounds", "attitudes")}
    headline = forms.ChoiceField(
        label="总评看谁", choices=list(words.HEADLINES.items()), widget=forms.RadioSelect
    )
    second_round = forms.ChoiceField(
        label="何时重办", choices=list(words.SECOND_ROUNDS.items()), widget=forms.RadioSelect
    )
    rounds = forms.IntegerField(
        label="最多办几轮", min_value=1, max_value=5, help_text="到此仍不满意的，改用面商。"
    )
    attitudes = LinesField(label="评价档次", help_text="一行一档，由好到差。")


class AwardPart(PartForm):
    """评优与重点. The share is asked in per cent."""

    excellent_share = forms.DecimalField(
        label="优秀提案不超过立案数的百分之几", min_value=0, max_value=50, decimal_places=2
    )
    key_count = forms.IntegerField(label="每年重点提案几件", min_value=0, max_value=200)

    @classmethod
    def read(cls, body: Body) -> dict[str, Any]:
        award = body.get("award", {})
        return {
            "excellent_share": round(award.get("excellent_share", 0.05) * 100, 2),
            "key_count": award.get("key_count", 10),
        }

    def put(self, body: Body) -> None:
        share = float(self.cleaned_data["excellent_share"])
        body["award"] = {
            "excellent_share": round(share / 100, 6),
            "key_count": self.cleaned_data["key_count"],
        }

    def field_at(self, path: tuple[str | int, ...]) -> str | None:
        return str(path[1]) if path[:1] == ("award",) and len(path) > 1 else None


class SupervisionPart(PartForm):
    """督办: which lamps, and where they turn."""

    paths = {name: ("supervision", name) for name in ("lamps", "near", "behind", "serious")} | {
        "effect_voices": ("effect_voices",)
    }
    lamps = forms.ChoiceField(
        label="用哪套灯", choices=list(words.LAMPS.items()), widget=forms.RadioSelect
    )
    near = forms.IntegerField(label="剩几个工作日算临期", min_value=0, max_value=60)
    behind = forms.IntegerField(label="落后计划几个百分点变黄", min_value=1, max_value=100)
    serious = forms.IntegerField(
        label="落后计划几个百分点变红",
        min_value=1,
        max_value=101,
        help_text="蓝黄红督办单不因落后变红，只因逾期。",
    )
    effect_voices = forms.IntegerField(
        label="核实为见效前，至少问几位群众", min_value=0, max_value=1000, help_text="0 为不要求。"
    )


class Others(PartForm):
    """Name, numbering, advice, undo, notes."""

    paths = {name: (name,) for name in ("number_series", "words_advised", "undo_minutes", "notes")}
    name = forms.CharField(label="规程名称", max_length=120)
    number_series = forms.ChoiceField(
        label="编号", choices=list(words.NUMBERS.items()), widget=forms.RadioSelect
    )
    words_advised = forms.IntegerField(
        label="建议篇幅（字）", min_value=200, max_value=20000, help_text="只提醒，不拦人。"
    )
    undo_minutes = forms.IntegerField(label="作结论后几分钟内可撤回", min_value=0, max_value=60)
    notes = forms.CharField(
        label="说明",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


PARTS: dict[str, type[PartForm]] = {
    "steps": Steps,
    "clocks": Clocks,
    "extension": Extension,
    "natures": Natures,
    "contacts": Contacts,
    "rating": RatingPart,
    "award": AwardPart,
    "supervision": SupervisionPart,
    "others": Others,
}
