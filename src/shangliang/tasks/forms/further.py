"""Forms of the verbs a task from any source needs: whose it is, its parts, its time."""

from decimal import Decimal
from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.forms import VerbForm, form_of
from ...procedures.reach import REACH
from ..actions.assign_task import BODIES
from ..flow.conditions import open_time
from ..models import Request
from ..rules import rules
from .task import words

ROWS = 6


def day(label: str, help_text: str = "", required: bool = True) -> forms.DateField:
    """A day, typed or picked."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": "请按“2026-06-30”这样写日期。"},
    )


def unit(label: str, help_text: str = "", required: bool = True) -> forms.TypedChoiceField:
    """A body of the committee; its choices are filled by ``bodies``."""
    return forms.TypedChoiceField(
        label=label, help_text=help_text, required=required, coerce=int, empty_value=None
    )


def bodies(committee_id: int, but: int | None = None) -> list[tuple[str, list[tuple[int, str]]]]:
    """Everybody who can be charged with a duty: by kind, units first, in stroke order within."""
    rows = Actor.objects.filter(committee_id=committee_id, kind__in=BODIES, active=True)
    kinds: dict[str, list[tuple[int, str]]] = {kind: [] for kind in BODIES}
    for row in rows:
        if row.pk != but:
            kinds[row.kind].append((row.pk, str(row)))
    return [(Actor.Kind(kind).label, found) for kind, found in kinds.items() if found]


def reason_code() -> forms.ChoiceField:
    """A reason of the published list."""
    return forms.ChoiceField(label="原因", choices=[("", "请选一类"), *rules().delays.items()])


@form_of("task", "contest_task")
class ContestTask(VerbForm):
    """Why not, and who rather."""

    reason = words("为什么不归本单位办", "写明依据哪一条职责。")
    better = unit("建议由谁办", required=False)

    def prepare(self) -> None:
        self.fields["better"].choices = [  # type: ignore[attr-defined]
            ("", "说不准"),
            *bodies(self.case.committee_id, self.case.owner_id),
        ]


@form_of("task", "grant_contest")
class GrantContest(VerbForm):
    """To whom it goes."""

    owner = unit("改派给")
    note = words("说明", required=False)
    settle = forms.BooleanField(
        label="裁定：定了不能再推",
        required=False,
        help_text="两家互推时，会商后由督办机构裁定，说明里写理由。",
    )

    def prepare(self) -> None:
        choices = bodies(self.case.committee_id, self.case.owner_id)
        self.fields["owner"].choices = [("", "请选"), *choices]  # type: ignore[attr-defined]
        asked = self.case.requests.filter(kind=Request.Kind.CONTEST, state="open").first()
        if asked and asked.better_id:
            self.initial.setdefault("owner", asked.better_id)


@form_of("task", "refuse_contest")
class RefuseContest(VerbForm):
    """Why it stays."""

    note = words("为什么仍由它办", "单位会看到；此后不能再申请改派。")


@form_of("task", "divide_task")
class DivideTask(VerbForm):
    """Up to six parts: what, whose, which share, until when. Weights sum to 1."""

    def prepare(self) -> None:
        choices = [("", "本单位"), *bodies(self.case.committee_id, self.case.owner_id)]
        for n in range(1, ROWS + 1):
            must = n <= 2
            self.fields[f"title_{n}"] = forms.CharField(
                label=f"第 {n} 项", max_length=300, required=must
            )
            owner = unit(f"第 {n} 项由谁办", required=False)
            owner.choices = choices
            self.fields[f"owner_{n}"] = owner
            self.fields[f"weight_{n}"] = forms.DecimalField(
                label=f"第 {n} 项权重",
                min_value=Decimal("0.0001"),
                max_value=Decimal(1),
                max_digits=5,
                decimal_places=4,
                required=must,
                help_text="各项加起来等于 1，例如 0.6 和 0.4。" if n == 1 else "",
            )
            self.fields[f"due_{n}"] = day(f"第 {n} 项时限", required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for n in range(1, ROWS + 1):
            if data.get(f"weight_{n}") and not data.get(f"title_{n}"):
                self.add_error(f"title_{n}", f"第 {n} 项写了权重，还要写办什么。")
            elif data.get(f"title_{n}") and f"weight_{n}" in data and not data[f"weight_{n}"]:
                self.add_error(f"weight_{n}", f"请给第 {n} 项写权重。")
        return data

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "parts": [
                {
                    "title": data[f"title_{n}"],
                    "owner": data.get(f"owner_{n}"),
                    "weight": str(data.get(f"weight_{n}")),
                    "due_on": data.get(f"due_{n}"),
                }
                for n in range(1, ROWS + 1)
                if data.get(f"title_{n}")
            ]
        }


@form_of("task", "report_delay")
class ReportDelay(VerbForm):
    """Why it is slow."""

    code = reason_code()
    text = words("卡在哪里、打算怎么办", "和灯一起显示在督办台账上。")


@form_of("task", "ask_more_time")
class AskMoreTime(VerbForm):
    """Until when and why."""

    until = day("申请延到")
    code = reason_code()
    reason = words("理由", "写明按时办不完的原因、多出的时间做什么。没有同意前，原时限不变。")


@form_of("task", "grant_more_time")
class GrantMoreTime(VerbForm):
    """As asked, or less."""

    until = day("同意延到", "空着就是照申请的日期。", required=False)
    note = words("说明", required=False)

    def prepare(self) -> None:
        if asked := open_time(self.case):
            self.initial.setdefault("until", asked.until)


@form_of("task", "refuse_more_time")
class RefuseMoreTime(VerbForm):
    """Why not."""

    note = words("为什么不同意")


@form_of("task", "pause_task")
class PauseTask(VerbForm):
    """What it waits for."""

    reason = forms.CharField(label="等什么", max_length=180, help_text="例如“等环评批复”。")


@form_of("task", "resume_task")
class ResumeTask(VerbForm):
    """What has come."""

    note = forms.CharField(label="说明", max_length=200, required=False)


@form_of("task", "place_task")
class PlaceTask(VerbForm):
    """Which thing it is about."""

    subject = forms.TypedChoiceField(label="对象", required=False, coerce=int, empty_value=None)

    def prepare(self) -> None:
        rows = REACH["subject"](self.seat)[:500] if "subject" in REACH else []
        self.fields["subject"].choices = [  # type: ignore[attr-defined]
            ("", "不归到哪个对象"),
            *((row.pk, str(row)) for row in rows),
        ]
        self.initial.setdefault("subject", self.case.subject_id)
