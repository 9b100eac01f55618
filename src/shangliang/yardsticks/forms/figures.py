"""Forms about figures: notes, gaps, readings, targets, claims, benchmarks."""

from typing import Any

from django import forms

from ...procedures.office_calendar import today
from ..models import Region
from ..who import NOTERS, keeps
from .act import ActForm, hidden, indicators, own_bodies, regions
from .verbs import bodies, day, line, pick, words


class AskForm(ActForm):
    """请说明."""

    reading = hidden()
    other = hidden(False)
    question = line("请说明什么", help_text="写清是哪两个数不合，或者哪里看不明白。")


class ExplainForm(ActForm):
    """县里自己说明或提异议."""

    reading = hidden()
    kind = forms.ChoiceField(
        label="这是", choices=[("explain", "说明"), ("contest", "异议：这个数我们认为不对")]
    )
    text = words("说明", rows=5)


class ComputeForm(ActForm):
    """算出差距."""

    region = pick("哪个地区")
    period = forms.CharField(widget=forms.HiddenInput, max_length=8)
    against = forms.ChoiceField(label="和谁比", choices=[("city", "全市"), ("province", "全省")])

    def prepare(self) -> None:
        self.choices("region", regions(self.seat, "county"))


class NoteGapForm(ActForm):
    """提差距."""

    subject = line("差在哪里", most=200)
    text = words("怎么看出来的", required=False)
    owner = pick("责任单位", required=False)
    indicator = pick("哪个指标", required=False)
    region = pick("哪个地区", required=False)
    size = line("差多少", required=False, most=20, help_text="落后写负数；单位按指标。")

    def prepare(self) -> None:
        rows = bodies(self.seat.committee_id) if self.seat.has(*NOTERS) else own_bodies(self.seat)
        self.choices("owner", rows, "还不知道")
        self.choices("indicator", indicators(self.seat), "不对应指标")
        self.choices("region", regions(self.seat), "不对应地区")


class ReadingForm(ActForm):
    """记一个数."""

    indicator = pick("指标")
    region = pick("地区")
    period = line("期间", most=30, help_text="例如2026年上半年、2026年1—7月。")
    value = line(
        "数", required=False, most=24, help_text="只填数，单位按指标；没有数请空着并选原因。"
    )
    mark = forms.ChoiceField(
        label="没有数的原因", required=False,
        choices=[("", "有数"), ("missing", "未报"), ("none", "不考核"), ("hidden", "不公布")],
    )  # fmt: skip
    source = line("来源", most=120)
    on = day("数据日期")

    def prepare(self) -> None:
        self.choices("indicator", indicators(self.seat))
        self.choices("region", regions(self.seat))
        self.initial.setdefault("on", today())


class TargetForm(ActForm):
    """定目标."""

    indicator = pick("指标")
    region = pick("地区")
    period = line("到哪一期", most=30, help_text="例如2026年前三季度、2026年。")
    value = line("目标值", required=False, most=24)
    rule = line(
        "目标规则",
        required=False,
        most=200,
        help_text="可以写：≥ 全省 或 > 0；位次 ≤ 3；优于 去年。",
    )
    basis = line("依据", most=200, help_text="哪次会议、哪份文件定的。")
    parent = pick("上级目标", required=False)

    def prepare(self) -> None:
        from ..models import Target

        self.choices("indicator", indicators(self.seat))
        self.choices("region", regions(self.seat))
        rows = Target.objects.filter(
            committee_id=self.seat.committee_id,
            parent__isnull=True,
            region__level__in=["city", "province"],
        ).select_related("yardstick", "region")
        self.choices(
            "parent", [(t.pk, f"{t.region}{t.yardstick} {t.period}") for t in rows], "没有"
        )


class ClaimForm(ActForm):
    """记说法."""

    text = line("原话")
    source = line("出处", most=200, help_text="谁、在哪里、哪一天说的，或文件第几页。")
    indicator = pick("说的是哪个指标")
    period = line("哪一期", most=30)

    def prepare(self) -> None:
        self.choices("indicator", indicators(self.seat))


class BenchmarkForm(ActForm):
    """开始对标."""

    region = pick("我们")
    peer = pick("和谁比")
    indicator = pick("比什么")
    period = line("从哪一期起", most=30)
    target = line("打算把差距缩到多少", most=20, help_text="还落后写负数，追平写0。")
    target_period = line("到哪一期", most=30)

    def prepare(self) -> None:
        mine = Region.objects.filter(committee_id=self.seat.committee_id, until__isnull=True)
        if not keeps(self.seat):
            mine = mine.filter(speaks_id__in=self.seat.units)
        self.choices("region", [(r.pk, r.name) for r in mine.filter(level="county")])
        self.choices("peer", regions(self.seat, "county", "peer"))
        self.choices("indicator", indicators(self.seat))


class CheckForm(ActForm):
    """自我检验."""

    pk = hidden()
    period = line("用哪一期的数", most=30)
    note = line("检验结论")

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        data.pop("pk")
        return data

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]
