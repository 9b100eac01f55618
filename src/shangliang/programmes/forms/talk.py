"""Forms of 约讲."""

from typing import Any

from django import forms

from ...groups.forms.common import area, blank, day, pick, pick_id, set_choices, short
from ...groups.models import Team
from ...groups.people import bodies_of
from ...groups.slots import SLOTS
from ...groups.words import VENUE_FORMS
from ...procedures.forms import VerbForm, form_of
from ...procedures.seat import Seat
from ..models import Item, Programme, Talk
from ..people import OFFICE, speaks_for


class BookSpeaker(forms.Form):
    """Who asks sees the places and partners they speak for."""

    counter = pick_id("算到哪个计数项")
    partner = pick_id("算哪个参加方的")
    team = pick_id("场地", required=False, help_text="选了场地，这半天同时订下。")
    venue = short("别的地方", 80, "没有登记的场地写在这里。", required=False)
    day = day("哪天")
    slot = pick("时段", [(k, f"{s.label} {s.span}") for k, s in SLOTS.items()])

    def __init__(
        self, *args: Any, seat: Seat, case: Programme, speaker: Item, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.speaker, office = speaker, seat.has(*OFFICE)
        set_choices(
            self, "counter", blank([(c.pk, f"{c.action}：{c.title}") for c in case.counters.all()])
        )
        rows = case.partners.filter(left_on__isnull=True).select_related("who")
        set_choices(self, "partner", blank([(p.pk, str(p)) for p in rows]))
        mine = [pk for pk, head in bodies_of(seat).items() if head]
        places = Team.objects.filter(
            committee_id=seat.committee_id, state="running", form__in=VENUE_FORMS
        ).select_related("body").order_by("body__stroke_key", "pk")  # fmt: skip
        if not office:
            places = places.filter(body_id__in=mine)
        set_choices(self, "team", blank([(t.pk, str(t)) for t in places[:200]], "不用登记的场地"))
        if not office and not any(speaks_for(seat, p) for p in rows):
            del self.fields["venue"]

    def arguments(self) -> dict[str, Any]:
        return {**self.cleaned_data, "speaker": self.speaker.pk}


@form_of("talk", "decline_talk")
@form_of("talk", "cancel_talk")
class WhyNot(VerbForm):
    """With the reason."""

    why = short("原因", 120, "对方会看到。")


@form_of("talk", "hold_talk")
class HoldTalk(VerbForm):
    """What came of it."""

    audience = forms.IntegerField(
        label="听众人数", min_value=1, max_value=100000,
        error_messages={"required": "请填“听众人数”。"},
    )  # fmt: skip
    recording = pick("录音录像", list(Talk.Recording.choices))
    proof = short("凭据", 300, "照片、签到在哪里。没有凭据的不算数。")
    feedback = area("听众的话", 300, "不写姓名。", required=False)
