"""Forms of sheets, lists, notebooks and practice cards."""

from typing import Any

from django import forms

from ...procedures.office_calendar import today
from ..models import ListRow, Yardstick
from ..queries import gaps
from ..who import keeps
from .act import ActForm, hidden, indicators, own_bodies, regions
from .verbs import bodies, day, line, pick, words


class StartSheetForm(ActForm):
    """开始答卷."""

    yardstick = pick("答哪一份")
    owner = pick("答卷单位")
    round = line("哪一轮", most=40, help_text="例如2026年第四季度。")

    def prepare(self) -> None:
        rows = Yardstick.objects.filter(
            committee_id=self.seat.committee_id,
            kind=Yardstick.Kind.QUESTIONS,
            valid_to__isnull=True,
        )
        self.choices("yardstick", [(y.pk, y.name) for y in rows])
        self.choices("owner", own_bodies(self.seat))
        day = today()
        self.fields["round"].initial = f"{day.year}年第{(day.month + 2) // 3}季度"


class LearnForm(ActForm):
    """学先进."""

    gap = pick("针对哪条差距")
    whom = line("向谁学", most=120)
    text = line("学什么")
    person_name = line("责任人", required=False, most=60)
    due_on = day("时限")

    def prepare(self) -> None:
        rows = gaps(self.seat).filter(state="open", owner__isnull=False)
        if not keeps(self.seat):
            rows = rows.filter(owner_id__in=self.seat.units)
        self.choices("gap", [(g.pk, f"{g.subject[:40]}（{g.owner}）") for g in rows[:200]])


class ModelForm(ActForm):
    """争示范."""

    learned = pick("从哪条学先进来")
    text = line("争什么")
    goal = line("争到什么位次", most=120)
    person_name = line("责任人", required=False, most=60)
    due_on = day("时限")

    def prepare(self) -> None:
        rows = ListRow.objects.filter(
            committee_id=self.seat.committee_id, kind="learn"
        ).select_related("owner")
        if not keeps(self.seat):
            rows = rows.filter(owner_id__in=self.seat.units)
        self.choices("learned", [(r.pk, f"{r.text[:40]}（{r.owner}）") for r in rows[:200]])


class SettleForm(ActForm):
    """清单结果."""

    pk = hidden()
    state = forms.ChoiceField(label="结果", choices=[("done", "做到了"), ("missed", "没有做到")])
    result = line("凭什么这样说")

    def arguments(self) -> dict[str, Any]:
        return {"state": self.cleaned_data["state"], "result": self.cleaned_data["result"]}

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]


class NotebookForm(ActForm):
    """记本子."""

    book = forms.ChoiceField(
        label="哪个本子", choices=[("wrong", "错题本"), ("real", "真题本"), ("contest", "竞赛本")]
    )
    owner = pick("谁的本子")
    title = line("题目", most=200)
    cause = words(
        "为什么错／谁要求的",
        required=False,
        rows=2,
        help_text="错题写原因；真题写哪份文件、谁提的要求。",
    )
    way = words("怎么做", rows=2)
    retest_on = day("复测日", required=False, help_text="错题必填：到这一天再测，通过了才能销。")
    goal = line("目标位次", required=False, most=120, help_text="竞赛必填。")
    yardstick = pick("看哪个指标", required=False)
    region = pick("哪个地区", required=False)
    rank_then = forms.IntegerField(label="现在第几位", required=False, min_value=1, max_value=9999)
    period_then = line("是哪一期的位次", required=False, most=8, help_text="例如2026Q3。")

    def prepare(self) -> None:
        self.choices("owner", own_bodies(self.seat))
        self.choices("yardstick", indicators(self.seat), "不看指标")
        self.choices("region", regions(self.seat, "county"), "不看地区")


class RetestForm(ActForm):
    """复测."""

    pk = hidden()
    passed = forms.ChoiceField(label="通过了吗", choices=[("yes", "通过"), ("no", "没有通过")])
    note = line("怎么测的、结果怎样")
    again_on = day("下次复测日", required=False, help_text="没有通过的必填。")

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "passed": data["passed"] == "yes",
            "note": data["note"],
            "again_on": data["again_on"],
        }

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]


class CardForm(ActForm):
    """写做法卡."""

    owner = pick("谁的做法")
    title = line("做法名称", most=120)
    region = pick("地区", required=False)
    indicator = pick("对应指标", required=False)
    problem = words("针对的问题", rows=2)
    practice = words("怎么做的", rows=4)
    effect = words("效果", rows=2)
    evidence = line("凭据", help_text="哪一期的数、哪份材料。")
    conditions = words("要有的条件", required=False, rows=2)
    contact = line("联系处室", required=False, most=120, help_text="写处室，不写个人电话。")

    def prepare(self) -> None:
        self.choices("owner", own_bodies(self.seat))
        self.choices("region", regions(self.seat, "county", "peer"), "不对应")
        self.choices("indicator", indicators(self.seat), "不对应")


class AdoptForm(ActForm):
    """我们也用."""

    pk = hidden()
    owner = pick("采用单位")
    change = line("因地制宜改了什么", required=False)

    def prepare(self) -> None:
        self.choices(
            "owner", [b for b in bodies(self.seat.committee_id) if b[0] in self.seat.units]
        )

    def arguments(self) -> dict[str, Any]:
        return {"owner": self.cleaned_data["owner"], "change": self.cleaned_data["change"]}

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]


class ResultForm(ActForm):
    """后来怎样."""

    pk = hidden()
    state = forms.ChoiceField(
        label="有没有效", choices=[("effective", "有效"), ("not", "效果不明显")]
    )
    result = line("后来怎样、凭什么")

    def arguments(self) -> dict[str, Any]:
        return {"state": self.cleaned_data["state"], "result": self.cleaned_data["result"]}

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]
