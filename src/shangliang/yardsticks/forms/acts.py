"""The pages of the plain acts: one registry, one view."""

from ..actions import aims, compute_gaps, define, lists, note_gap, practice, pulses, remarks, sheets
from ..actions import readings as reading_acts
from ..who import KEEPERS, NOTERS, UNIT
from .act import WITH_UNITS, ActPage
from .asking import CloseForm, CountForm, DidForm, LinkForm, NeedForm, PulseForm
from .figures import (
    AskForm,
    BenchmarkForm,
    CheckForm,
    ClaimForm,
    ComputeForm,
    ExplainForm,
    NoteGapForm,
    ReadingForm,
    TargetForm,
)
from .library import (
    IndexForm,
    IndicatorForm,
    QuestionsForm,
    RegionEndForm,
    RegionForm,
    RegionNameForm,
)
from .lists import (
    AdoptForm,
    CardForm,
    LearnForm,
    ModelForm,
    NotebookForm,
    ResultForm,
    RetestForm,
    SettleForm,
    StartSheetForm,
)

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
    "sheet": ActPage("开始答卷", StartSheetForm, sheets.start_sheet, WITH_UNITS, "sheets", "sheet"),
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
