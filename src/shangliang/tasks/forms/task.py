"""Forms of a task's verbs."""

from django import forms

from ...procedures.forms import VerbForm, form_of

PAPERS = "Word、Excel、PDF 或照片"


def words(label: str, help_text: str = "", required: bool = True) -> forms.CharField:
    """What is said with a verb."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": f"请写“{label}”。"},
    )


@form_of("task", "report_progress")
class ReportProgress(VerbForm):
    """What was done so far."""

    text = words("做了什么")
    percent = forms.IntegerField(
        label="进度",
        min_value=0,
        max_value=100,
        help_text="0 到 100，本单位自己估。",
        error_messages={
            "min_value": "进度写 0 到 100。",
            "max_value": "进度写 0 到 100。",
            "invalid": "进度写整数。",
        },
    )
    evidence = forms.FileField(label="佐证", required=False, help_text=PAPERS)

    def prepare(self) -> None:
        last = self.case.progress.order_by("-on", "-id").first()
        self.initial.setdefault("percent", last.percent if last else 0)


@form_of("task", "report_done")
class ReportDone(VerbForm):
    """How it was done and how it can be checked."""

    text = words("怎么办成的", "写清办成了什么、在哪里看得到。督办机构据此核实。")
    evidence = forms.FileField(label="佐证", required=False, help_text=PAPERS)


@form_of("task", "verify")
class Verify(VerbForm):
    """How it was looked at, by sample where there are many."""

    how = words("怎么核实的", "看了现场、查了什么材料、问了谁。")
    sampled = forms.IntegerField(
        label="抽查几处", min_value=1, max_value=9999, required=False, help_text="没有抽查就空着。"
    )
    held = forms.IntegerField(label="其中属实", min_value=0, max_value=9999, required=False)


@form_of("task", "reject_done")
class RejectDone(VerbForm):
    """What was found."""

    why = words("核实发现了什么", "单位会看到，并照着继续办。")


@form_of("task", "change_due")
class ChangeDue(VerbForm):
    """The new day and why."""

    due_on = forms.DateField(
        label="新的时限",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": "请按“2026-06-30”这样写日期。"},
    )
    reason = words("理由", "最初承诺的日期一直保留在台账里。")


@form_of("task", "urge_task")
class UrgeTask(VerbForm):
    """What to say."""

    note = forms.CharField(label="催办的话", max_length=200, required=False)


@form_of("task", "drop_task")
class DropTask(VerbForm):
    """Why it no longer stands."""

    reason = words("为什么取消", "台账里一直看得到。")
