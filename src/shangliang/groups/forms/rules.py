"""Forms of yearly minimums, composition, coverage and counties."""

from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ..models import CompositionRule
from ..people import delegates, party_members
from ..words import EFFORTS, FORMS, MEASURES, SCOPES
from .common import Choices, blank, pick, pick_id, set_choices, short, today_field, ways


class MinimumForm(forms.Form):
    """One minimum from a year on."""

    form = pick("类型", list(FORMS.items()))
    kind = pick("做什么", list(EFFORTS.items()))
    least = forms.IntegerField(
        label="一年至少", min_value=0, max_value=400, help_text="写 0 就是不再要求。"
    )
    year = forms.IntegerField(
        label="从哪年起", min_value=2000, max_value=2200, initial=lambda: today().year
    )
    source = short("依据", 200, "哪份文件、哪次会议。")


class RuleForm(forms.Form):
    """One rule on composition."""

    scope = pick("在哪些人里", list(SCOPES.items()))
    measure = pick("看什么", list(MEASURES.items()))
    sector = pick_id("哪个界别", required=False, help_text="看某一界别的才选。")
    way = pick("要求", list(CompositionRule.Way.choices))
    value = forms.DecimalField(label="数", max_digits=6, decimal_places=1, min_value=0)
    percent = forms.ChoiceField(label="单位", choices=[("1", "百分比"), ("", "人")], required=False)
    source = short("依据", 200)

    def __init__(self, *args: Any, committee_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Actor.objects.filter(committee_id=committee_id, kind=Actor.Kind.SECTOR, active=True)
        set_choices(self, "sector", blank([(r.pk, str(r)) for r in rows], "不分界别"))

    def clean_percent(self) -> bool:
        return bool(self.cleaned_data["percent"])


class LinkForm(forms.Form):
    """Who stays in touch with whom."""

    whom = pick_id("联系谁")
    who = pick_id("由谁联系")
    start = today_field("从哪天")
    basis = short("依据", 200, required=False)

    def __init__(self, *args: Any, committee_id: int, open_ones: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people, party = delegates(committee_id), party_members(committee_id)
        set_choices(self, "whom", blank([(g.pk, f"{g.name}（{g.sector}）") for g in open_ones]))
        set_choices(self, "who", blank([(pk, n) for pk, n in people.items() if pk in party]))


class CountyTouch(forms.Form):
    """A contact with a county's CPPCC."""

    county = pick_id("哪个县（市、区）")
    on = today_field()
    way = pick("方式", ways())
    note = short("什么事", 120, required=False)
    question = forms.BooleanField(label="是对方问的，要答复", required=False)

    def __init__(self, *args: Any, counties: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "county", blank(counties))
