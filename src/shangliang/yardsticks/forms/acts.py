"""Forms of the plain acts, each with its page's title: one registry, one view."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ..actions import aims, compute_gaps, define, lists, note_gap, practice, pulses, remarks, sheets
from ..actions import readings as reading_acts
from ..models import ListRow, Need, Pulse, Region, Yardstick
from ..queries import gaps, measures
from ..who import KEEPERS, NOTERS, UNIT, keeps
from .verbs import bodies, day, line, pick, words

WITH_UNITS = (*KEEPERS, *UNIT)


@dataclass(frozen=True)
class ActPage:
    """What one page does: its form, its verb, who may open it, where it leads."""

    title: str
    form: type["ActForm"]
    do: Callable[..., Any]
    roles: tuple[Role, ...]
    after: str = "compare"  # address name; the page named by ``next`` comes first


class ActForm(forms.Form):
    """Knows its seat, so that choices are the committee's own. ``hidden``: numbers from the address."""

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        self.seat = seat
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Fill choices."""

    def choices(self, name: str, rows: list[tuple[Any, str]], blank: str = "请选") -> None:
        """Rows of a choice, the empty one first."""
        self.fields[name].choices = [("", blank), *rows]  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """Keyword arguments of the act."""
        return dict(self.cleaned_data)

    @property
    def place(self) -> list[Any]:
        """Positional arguments (a row's number)."""
        return []


def hidden(required: bool = True) -> forms.IntegerField:
    """A row's number carried from the page before."""
    return forms.IntegerField(
        required=required, min_value=1, max_value=2**53, widget=forms.HiddenInput
    )


def regions(seat: Seat, *levels: str) -> list[tuple[Any, str]]:
    """Regions of the committee that still exist."""
    rows = Region.objects.filter(committee_id=seat.committee_id, until__isnull=True)
    if levels:
        rows = rows.filter(level__in=levels)
    return [(r.pk, r.name) for r in rows]


def indicators(seat: Seat) -> list[tuple[Any, str]]:
    """Indicators in force, by group."""
    rows = Yardstick.objects.filter(
        committee_id=seat.committee_id, kind=Yardstick.Kind.INDICATOR, valid_to__isnull=True
    )
    return [(y.pk, f"{y.name}（{y.unit}）") for y in rows]


def own_bodies(seat: Seat) -> list[tuple[Any, str]]:
    """The office chooses any body; a unit itself."""
    rows = bodies(seat.committee_id)
    return rows if keeps(seat) else [r for r in rows if r[0] in seat.units]


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


class NeedForm(ActForm):
    """记需求."""

    text = line("需求", most=200)
    count = forms.IntegerField(label="提出人次", min_value=1, max_value=10_000_000)
    on = day("了解日期")
    source = line("怎么了解的", most=200)


class LinkForm(ActForm):
    """举措对应需求."""

    pk = pick("哪个需求")
    measure = pick("哪条举措")

    def prepare(self) -> None:
        needs = Need.objects.filter(committee_id=self.seat.committee_id)
        self.choices("pk", [(n.pk, f"{n.text}（{n.count}人次）") for n in needs[:200]])
        rows = measures(self.seat).exclude(state="dropped")
        self.choices("measure", [(m.pk, f"{m.text[:40]}（{m.owner}）") for m in rows[:200]])

    def arguments(self) -> dict[str, Any]:
        return {"measure": self.cleaned_data["measure"]}

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]


class PulseForm(ActForm):
    """登记小调查."""

    title = line("题目", most=120)
    on = day("日期")
    population = forms.IntegerField(label="总人数", required=False, min_value=1, max_value=10**9)
    follows = pick("接着哪一次", required=False, help_text="同样的题再问一次，才能比。")
    until = day(
        "截止日",
        required=False,
        help_text="填了就给一个链接和二维码，大家用手机自己答；不填就由您手记人数。",
    )
    purpose = line(
        "为什么问、结果给谁看",
        required=False,
        most=200,
        help_text="有链接的必填，写在作答页最前面。",
    )
    questions = words("题目和选项", rows=6, help_text="一行一题：题目：选项一／选项二／选项三。带*的选项算“好”，例如：办事方便吗：*方便／一般／不方便。")  # fmt: skip

    def prepare(self) -> None:
        rows = Pulse.objects.filter(committee_id=self.seat.committee_id)
        self.choices("follows", [(p.pk, f"{p.title}（{p.on}）") for p in rows], "第一次")

    def clean_questions(self) -> list[dict[str, Any]]:
        out = []
        for said in str(self.cleaned_data["questions"]).splitlines():
            if not said.strip():
                continue
            text, _, rest = said.replace(":", "：").partition("：")
            options = [o.strip() for o in re.split(r"[／/、]", rest) if o.strip()]
            if len(options) < 2:
                raise forms.ValidationError(f"“{text[:20]}”至少要有两个选项，选项之间用／隔开。")
            out.append(
                {
                    "text": text.strip(),
                    "options": [o.lstrip("*") for o in options],
                    "good": [n for n, o in enumerate(options) if o.startswith("*")],
                }
            )
        return out


class CountForm(ActForm):
    """记小调查结果."""

    pk = pick("哪次调查")
    region = pick("哪个地区")
    counts = words(
        "各选项人数",
        rows=4,
        help_text="一行一题，人数用空格或／隔开，顺序和选项一样。只记人数，不记人。",
    )

    def prepare(self) -> None:
        rows = Pulse.objects.filter(committee_id=self.seat.committee_id, code="")
        self.choices("pk", [(p.pk, f"{p.title}（{p.on}）") for p in rows])
        self.choices("region", regions(self.seat, "county"))

    def clean_counts(self) -> list[list[int]]:
        out = []
        for said in str(self.cleaned_data["counts"]).splitlines():
            cells = [c for c in re.split(r"[\s／/,，、]+", said.strip()) if c]
            if not all(c.isascii() and c.isdecimal() and len(c) < 9 for c in cells):
                raise forms.ValidationError(f"“{said[:20]}”里有不是人数的字。")
            if cells:
                out.append([int(c) for c in cells])
        return out

    def arguments(self) -> dict[str, Any]:
        return {"region": self.cleaned_data["region"], "counts": self.cleaned_data["counts"]}

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]


class DidForm(ActForm):
    """您说了，我们做了."""

    pk = hidden()
    did = words("我们做了什么")

    def arguments(self) -> dict[str, Any]:
        return {"did": self.cleaned_data["did"]}

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]


class CloseForm(ActForm):
    """提前结束小调查."""

    pk = hidden()

    def arguments(self) -> dict[str, Any]:
        return {}

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]


class IndicatorForm(ActForm):
    """登记指标."""

    code = line(
        "代码",
        most=40,
        help_text="字母和数字，一个指标一个；同一代码再登记就是新版本，原来的数留在原版本。",
    )
    name = line("名称", most=80)
    unit = line("单位", most=20, help_text="%、亿元、万人……百分比和百分点是两种单位。")
    direction = forms.ChoiceField(label="高低", choices=Yardstick.Direction.choices)
    shape = forms.ChoiceField(
        label="性质", choices=Yardstick.Shape.choices, help_text="增速和比重没有权数不能平均。"
    )
    span = forms.ChoiceField(label="统计期", choices=Yardstick.Span.choices)
    decimals = forms.IntegerField(label="小数位", min_value=0, max_value=4, initial=1)
    group = line("类别", required=False, most=40)
    source = line("口径来源", most=200, help_text="哪份制度、哪个部门。")
    note = words("口径", required=False, rows=2)
    weighted_by = pick(
        "增速的权数", required=False, help_text="这个增速背后的总量指标；用上年同期的数作权数。"
    )
    aliases = line("别的叫法", required=False, help_text="报表里的写法，用、隔开；导入时自动认得。")
    headline = forms.BooleanField(label="主要指标，列在比较页", required=False)
    published = forms.BooleanField(label="委员可以看", required=False)

    def prepare(self) -> None:
        rows = Yardstick.objects.filter(
            committee_id=self.seat.committee_id,
            kind="indicator",
            shape="level",
            valid_to__isnull=True,
        )
        self.choices("weighted_by", [(y.pk, y.name) for y in rows], "没有")

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        said = [a.strip() for a in re.split(r"[、,，;；]", data.pop("aliases")) if a.strip()]
        weight = data.pop("weighted_by")
        return data | {"kind": "indicator", "body": {"aliases": said}, "weighted_by_id": weight}


class QuestionsForm(ActForm):
    """登记问题清单或框架: the office fills it in, the system invents nothing."""

    kind = forms.ChoiceField(label="这是", choices=[("questions", "问题清单（单位逐条答）"), ("framework", "框架（举措对应到条目）")])  # fmt: skip
    code = line("代码", most=40)
    name = line("名称", most=80)
    source = line("出处", most=200, help_text="哪份文件、哪次会议。")
    items = words(
        "条目",
        rows=8,
        help_text="一行一条；问题清单可在｜后写对照什么，例如：我们的标准够不够高｜对照市委全会要求。",
    )

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        items: list[dict[str, str]] = []
        for said in str(data.pop("items")).splitlines():
            text, _, standard = said.replace("|", "｜").partition("｜")
            if text.strip():
                items.append(
                    {
                        "code": str(len(items) + 1),
                        "text": text.strip(),
                        "standard": standard.strip(),
                    }
                )
        return data | {"body": {"items": items}}


class IndexForm(ActForm):
    """登记综合指数, with open weights."""

    code = line("代码", most=40)
    name = line("名称", most=80)
    source = line("公式依据", most=200)
    parts = words("指标和权重", rows=6, help_text="一行一个：指标代码 权重。权重合计必须是1。")

    def clean_parts(self) -> list[dict[str, str]]:
        out = []
        for said in str(self.cleaned_data["parts"]).splitlines():
            if not said.strip():
                continue
            code, _, weight = said.strip().replace("，", " ").replace("\t", " ").rpartition(" ")
            if not re.fullmatch(r"\d+(\.\d+)?%?", weight):
                raise forms.ValidationError(f"“{said[:20]}”后面要写权重。")
            share = float(weight[:-1]) / 100 if weight.endswith("%") else float(weight)
            out.append({"code": code.strip(), "weight": f"{share:g}"})
        return out

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        return data | {"kind": "index", "body": {"parts": data.pop("parts")}}


class RegionForm(ActForm):
    """登记地区."""

    name = line("名称", most=60)
    level = forms.ChoiceField(label="层级", choices=Region.Level.choices)
    rank = forms.IntegerField(label="次序", min_value=1, max_value=999, initial=100)
    speaks = pick("由哪个单位说明它的数", required=False)

    def prepare(self) -> None:
        self.choices("speaks", bodies(self.seat.committee_id), "还没有定")


class RegionNameForm(ActForm):
    """别名或改名."""

    pk = pick("哪个地区")
    name = line("另一个名称", most=60)
    rename = forms.BooleanField(label="现在就叫这个名称（改名），旧名仍能认得", required=False)

    def prepare(self) -> None:
        self.choices("pk", regions(self.seat))

    def arguments(self) -> dict[str, Any]:
        return {"name": self.cleaned_data["name"], "rename": self.cleaned_data["rename"]}

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]


class RegionEndForm(ActForm):
    """撤并."""

    pk = pick("哪个地区")
    until = day("撤并日")
    became = pick("并入哪里", required=False)
    note = line("文件和去向", most=200)

    def prepare(self) -> None:
        self.choices("pk", regions(self.seat))
        self.choices("became", regions(self.seat), "分开了，不并入一处")

    def arguments(self) -> dict[str, Any]:
        return {k: self.cleaned_data[k] for k in ("until", "became", "note")}

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]


PAGES: dict[str, ActPage] = {
    "ask": ActPage("请说明", AskForm, remarks.ask_remark, KEEPERS),
    "explain": ActPage("说明或异议", ExplainForm, remarks.offer_remark, UNIT),
    "compute": ActPage("列入差距台账", ComputeForm, compute_gaps.compute_gaps, KEEPERS, "gaps"),
    "gap": ActPage("提一条差距", NoteGapForm, note_gap.note_gap, (*NOTERS, *UNIT), "gaps"),
    "reading": ActPage("记一个数", ReadingForm, reading_acts.record_reading, KEEPERS),
    "target": ActPage("定目标", TargetForm, aims.set_target, KEEPERS, "targets"),
    "claim": ActPage("记一句说法", ClaimForm, aims.note_claim, KEEPERS),
    "benchmark": ActPage("开始对标", BenchmarkForm, aims.start_benchmark, WITH_UNITS, "benchmarks"),
    "check": ActPage("自我检验", CheckForm, aims.check_benchmark, WITH_UNITS, "benchmarks"),
    "sheet": ActPage("开始答卷", StartSheetForm, sheets.start_sheet, WITH_UNITS, "sheets"),
    "learn": ActPage("学先进", LearnForm, lists.learn, WITH_UNITS, "three-lists"),
    "model": ActPage("争示范", ModelForm, lists.model, WITH_UNITS, "three-lists"),
    "settle": ActPage("清单结果", SettleForm, lists.settle_row, WITH_UNITS, "three-lists"),
    "notebook": ActPage("记本子", NotebookForm, lists.enter_item, WITH_UNITS, "notebooks"),
    "retest": ActPage("复测", RetestForm, lists.retest, WITH_UNITS, "notebooks"),
    "card": ActPage("写做法卡", CardForm, practice.write_card, WITH_UNITS, "practices"),
    "adopt": ActPage("我们也用", AdoptForm, practice.adopt, UNIT, "practices"),
    "result": ActPage("后来怎样", ResultForm, practice.tell_result, UNIT, "practices"),
    "need": ActPage("记需求", NeedForm, practice.enter_need, KEEPERS, "needs"),
    "link": ActPage("举措对应需求", LinkForm, practice.link_need, KEEPERS, "needs"),
    "pulse": ActPage("登记小调查", PulseForm, pulses.open_pulse, KEEPERS, "pulses"),
    "count": ActPage("记小调查结果", CountForm, pulses.count_pulse, KEEPERS, "pulses"),
    "pulse-close": ActPage("结束小调查", CloseForm, pulses.close_pulse, KEEPERS, "pulses"),
    "did": ActPage("您说了，我们做了", DidForm, pulses.say_done, KEEPERS, "pulses"),
    "indicator": ActPage("登记指标", IndicatorForm, define.define, KEEPERS, "yardsticks"),
    "questions": ActPage("登记问题清单或框架", QuestionsForm, define.define, KEEPERS, "yardsticks"),
    "index": ActPage("登记综合指数", IndexForm, define.define, KEEPERS, "yardsticks"),
    "region": ActPage("登记地区", RegionForm, define.enter_region, KEEPERS, "yardsticks"),
    "region-name": ActPage(
        "地区别名或改名", RegionNameForm, define.name_region, KEEPERS, "yardsticks"
    ),
    "region-end": ActPage("地区撤并", RegionEndForm, define.end_region, KEEPERS, "yardsticks"),
}
