"""Forms of a text's verbs."""

from typing import Any

from django import forms
from django.utils.html import format_html

from ...actors.models import Actor
from ...groups.forms.common import (
    Choices,
    area,
    blank,
    pick,
    pick_id,
    set_choices,
    short,
    today_field,
)
from ...procedures.forms import VerbForm, form_of
from ..actions.take_up import PLACES
from ..checks import code_of, look
from ..flow.who import DESK
from ..models import Uptake


@form_of("piece", "edit_piece")
class EditPiece(VerbForm):
    """Title and the parts its kind asks for; the result it tells of stands beside."""

    title = short("标题", 80)

    def prepare(self) -> None:
        self.initial.setdefault("title", self.case.title)
        for part in self.case.book.parts:
            rows = 14 if part.most > 3000 else 6 if part.most > 500 else 2
            field = area(part.label, part.most, part.help, required=False, rows=rows)
            field.initial = self.case.parts.get(part.code, "")
            self.fields[f"p_{part.code}"] = field
        if told := look(self.case).told:
            self.beside = format_html(
                '<details class="card mt" open><summary class="card-h">写的那件事，公开的说法</summary>'
                '<div class="card-b"><p class="strong">{}</p><p>{}</p></div></details>',
                told.title,
                told.text,
            )

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        parts = {p.code: data.get(f"p_{p.code}", "") for p in self.case.book.parts}
        return {"title": data["title"], "parts": parts}


@form_of("piece", "prove_claims")
class ProveClaims(VerbForm):
    """Which claims, and what they rest on."""

    claims = forms.MultipleChoiceField(label="哪些说法", widget=forms.CheckboxSelectMultiple)
    evidence = forms.CharField(label="凭据", required=False, max_length=40)
    reason = short("不算说法的，写为什么", 200, required=False)

    def prepare(self) -> None:
        set_choices(self, "claims", [(code_of(c), c.words) for c in self.case.claims()])


@form_of("piece", "unprove")
class Unprove(VerbForm):
    """Which proof."""

    proof = pick_id("哪条凭据")

    def prepare(self) -> None:
        set_choices(self, "proof", blank([(p.pk, str(p)) for p in self.case.proofs.all()]))


class Passing(VerbForm):
    """What was looked at; may be empty."""

    note = area("意见", 300, "看了什么、要注意什么，可以不写。", required=False)


@form_of("piece", "pass_first")
class PassFirst(Passing):
    """初审."""


@form_of("piece", "pass_second")
class PassSecond(Passing):
    """复审."""


@form_of("piece", "pass_final")
class PassFinal(Passing):
    """终审."""


@form_of("piece", "return_piece")
class ReturnPiece(VerbForm):
    """With what to change."""

    note = area("哪里要改", 300)


@form_of("piece", "withdraw_piece")
class WithdrawPiece(VerbForm):
    """With the reason."""

    why = area("为什么撤下", 200, "页面上只说已经撤下，原因留在里面。")


@form_of("piece", "drop_piece")
class DropPiece(VerbForm):
    """With the reason, where there is one."""

    why = area("为什么不用", 300, required=False)


@form_of("piece", "write_amendment")
class WriteAmendment(VerbForm):
    """What stood there and what is right."""

    text = area("更正", 500, "原来写的什么，应该是什么。正文不改，更正写在正文后面。")


@form_of("piece", "pass_amendment")
class PassAmendment(VerbForm):
    """One that somebody else wrote."""

    amendment = pick_id("哪一条")

    def prepare(self) -> None:
        rows = self.case.amendments.filter(passed_on__isnull=True).exclude(
            by_id=self.seat.person_id
        )
        set_choices(self, "amendment", [(r.pk, str(r)) for r in rows])


def places(form: VerbForm) -> Choices:
    """One's own units; for the desk every place of the register."""
    rows = Actor.objects.filter(committee_id=form.case.committee_id, kind__in=PLACES, active=True)
    if not form.seat.has(*DESK):
        rows = rows.filter(pk__in=form.seat.units)
    return [(r.pk, str(r)) for r in rows.order_by("kind", "stroke_key", "pk")[:400]]


@form_of("piece", "take_up")
class TakeUp(VerbForm):
    """Who, what, since when; the desk says how it knows."""

    who = pick_id("哪个地方、单位")
    text = area("学了什么", 300, "学了哪一点，打算怎么做。")
    on = today_field("哪天起")
    told = short("怎么知道的", 120, "替别处记的要写：来函、电话，还是现场看到。", required=False)

    def prepare(self) -> None:
        found = places(self)
        own = not self.seat.has(*DESK)
        set_choices(self, "who", found if own and len(found) == 1 else blank(found))
        if own:
            del self.fields["told"]


@form_of("piece", "follow_up")
class FollowUp(VerbForm):
    """Which place, what became of it."""

    uptake = pick_id("哪个地方、单位")
    came = pick("后来怎样", list(Uptake.Came.choices), required=False)
    text = area("说几句", 300, "做成的写凭什么说做成了；没有做成的写卡在哪里。")

    def prepare(self) -> None:
        rows = self.case.uptakes.select_related("who")
        if not self.seat.has(*DESK):
            rows = rows.filter(who_id__in=self.seat.units)
        set_choices(self, "uptake", [(r.pk, str(r)) for r in rows])
