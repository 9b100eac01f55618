"""Forms for people, bodies, ties and contact data."""

from typing import Any

from django import forms

from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ..actions.rules import RULES
from ..models import Actor, ContactChange, Tie
from .days import DayInput

K, A = Tie.Kind, Actor.Kind


class PersonForm(forms.ModelForm):  # type: ignore[type-arg]
    """A person of the register."""

    class Meta:
        model = Actor
        fields = (
            "name", "code", "sex", "ethnicity", "birth_year", "workplace", "post", "phone", "email", "address",
        )  # fmt: skip
        labels = {"name": "姓名", "code": "委员编号"}  # noqa: RUF012 - Django's own name
        help_texts = {  # noqa: RUF012
            "code": "有编号的委员按编号认人，同名也不会混。",
            "phone": "只有提案委和本人看得到。",
        }
        widgets = {  # noqa: RUF012
            "sex": forms.Select(choices=[("", "—"), ("男", "男"), ("女", "女")])
        }
        error_messages = {"name": {"required": "还没有写姓名。"}}  # noqa: RUF012


class BodyForm(forms.ModelForm):  # type: ignore[type-arg]
    """A unit, sector, committee, group, party."""

    class Meta:
        model = Actor
        fields = (
            "name",
            "short",
            "code",
            "duties",
            "letter_mark",
            "number_prefix",
            "phone",
            "address",
        )
        labels = {"name": "全称", "duties": "职责（联系什么领域）"}  # noqa: RUF012
        widgets = {"duties": forms.Textarea(attrs={"rows": 4})}  # noqa: RUF012
        help_texts = {  # noqa: RUF012
            "short": "各处显示的名称，例如：市住建局。",
            "letter_mark": "答复函信头上的名称；不填用全称。",
            "number_prefix": "答复函文号用，例如：澄建函。",
        }
        error_messages = {"name": {"required": "还没有写全称。"}}  # noqa: RUF012

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind != A.UNIT:
            for name in ("letter_mark", "number_prefix", "address"):
                del self.fields[name]


# What the office registers about a person: (value, words, kind, title).
TITLES = ("主席", "副主席", "秘书长", "副秘书长", "常委")
HEADING = ("召集人", "副召集人", "主任", "副主任", "驻会副主任", "主委", "副主委", "组长", "副组长")


class TieForm(forms.Form):
    """One dated tie of a person."""

    what = forms.ChoiceField(label="哪一类")
    whom = forms.TypedChoiceField(
        label="在哪里", coerce=int, error_messages={"required": "还没有选在哪里。"}
    )
    title = forms.CharField(
        label="职务", required=False, max_length=80,
        help_text="任职、负责人要写：副主席、常委、主任、副主任、召集人……",
    )  # fmt: skip
    start = forms.DateField(label="起", widget=DayInput())
    end = forms.DateField(
        label="止", required=False, widget=DayInput(), help_text="不填就是没有定。"
    )
    term = forms.TypedChoiceField(label="属哪一届", required=False, coerce=int, empty_value=None)
    basis = forms.CharField(
        label="依据", required=False, max_length=200, help_text="例如：十五届三次常委会通过"
    )
    replace = forms.BooleanField(
        label="接替现在的",
        required=False,
        help_text="改界别、改驻地时勾选：现在的那一条到前一天为止。",
    )

    def __init__(self, *args: Any, seat: Seat, terms: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [
            k for k, rule in RULES.items()
            if rule.by == Role.CLERK and A.PERSON in rule.who and k != K.IN_CHARGE
        ]  # fmt: skip
        self.fields["what"].choices = [(k, K(k).label) for k in kinds]  # type: ignore[attr-defined]
        groups: dict[str, list[tuple[int, str]]] = {}
        wanted = (A.SECTOR, A.SPECIAL_COMMITTEE, A.GROUP, A.PARTY, A.ORGANISATION, A.COUNTY)
        for body in Actor.objects.filter(
            committee_id=seat.committee_id, kind__in=wanted, active=True
        ):
            groups.setdefault(A(body.kind).label, []).append((body.pk, str(body)))
        self.fields["whom"].choices = [  # type: ignore[attr-defined]
            ("", "请选择"), (seat.committee_id, seat.committee_name or "本政协"), *groups.items(),
        ]  # fmt: skip
        self.fields["term"].choices = [("", "不属某一届"), *terms]  # type: ignore[attr-defined]
        if not self.is_bound:
            self.initial.setdefault("start", today())

    def arguments(self) -> dict[str, Any]:
        """Keyword arguments of ``bind``."""
        given = dict(self.cleaned_data)
        given["kind"] = given.pop("what")
        return given


class EndForm(forms.Form):
    """The last day of a tie, and why."""

    on = forms.DateField(label="到哪一天为止", widget=DayInput())
    basis = forms.CharField(
        label="依据或原因", max_length=120, error_messages={"required": "结束要写依据。"}
    )


class ContactForm(forms.ModelForm):  # type: ignore[type-arg]
    """A member's own request."""

    class Meta:
        model = ContactChange
        fields = ContactChange.FIELDS


class AliasForm(forms.Form):
    """Another name of a body."""

    name = forms.CharField(
        label="别名", max_length=120, error_messages={"required": "还没有写别名。"}
    )
