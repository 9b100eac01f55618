"""The pages of the plain acts: one registry, one view."""

from ..actions import compute_gaps, note_gap
from ..actions import readings as reading_acts
from ..actions.adopt import adopt
from ..actions.ask_remark import ask_remark
from ..actions.check_benchmark import check_benchmark
from ..actions.close_pulse import close_pulse
from ..actions.count_pulse import count_pulse
from ..actions.define import define
from ..actions.end_region import end_region
from ..actions.enter_item import enter_item
from ..actions.enter_need import enter_need
from ..actions.enter_region import enter_region
from ..actions.learn import learn
from ..actions.link_need import link_need
from ..actions.model import model
from ..actions.name_region import name_region
from ..actions.note_claim import note_claim
from ..actions.offer_remark import offer_remark
from ..actions.open_pulse import open_pulse
from ..actions.retest import retest
from ..actions.say_done import say_done
from ..actions.set_target import set_target
from ..actions.settle_row import settle_row
from ..actions.start_benchmark import start_benchmark
from ..actions.start_sheet import start_sheet
from ..actions.tell_result import tell_result
from ..actions.write_card import write_card
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
    "ask": ActPage("请说明", AskForm, ask_remark, KEEPERS),
    "explain": ActPage("说明或异议", ExplainForm, offer_remark, UNIT),
    "compute": ActPage("列入差距台账", ComputeForm, compute_gaps.compute_gaps, KEEPERS, "gaps"),
    "gap": ActPage("提一条差距", NoteGapForm, note_gap.note_gap, (*NOTERS, *UNIT), "gaps"),
    "reading": ActPage("记一个数", ReadingForm, reading_acts.record_reading, KEEPERS),
    "target": ActPage("定目标", TargetForm, set_target, KEEPERS, "targets"),
    "claim": ActPage("记一句说法", ClaimForm, note_claim, KEEPERS),
    "benchmark": ActPage("开始对标", BenchmarkForm, start_benchmark, WITH_UNITS, "benchmarks"),
    "check": ActPage("自我检验", CheckForm, check_benchmark, WITH_UNITS, "benchmarks"),
    "sheet": ActPage("开始答卷", StartSheetForm, start_sheet, WITH_UNITS, "sheets", "sheet"),
    "learn": ActPage("学先进", LearnForm, learn, WITH_UNITS, "three-lists"),
    "model": ActPage("争示范", ModelForm, model, WITH_UNITS, "three-lists"),
    "settle": ActPage("清单结果", SettleForm, settle_row, WITH_UNITS, "three-lists"),
    "notebook": ActPage("记本子", NotebookForm, enter_item, WITH_UNITS, "notebooks"),
    "retest": ActPage("复测", RetestForm, retest, WITH_UNITS, "notebooks"),
    "card": ActPage("写做法卡", CardForm, write_card, WITH_UNITS, "practices"),
    "adopt": ActPage("我们也用", AdoptForm, adopt, UNIT, "practices"),
    "result": ActPage("后来怎样", ResultForm, tell_result, UNIT, "practices"),
    "need": ActPage("记需求", NeedForm, enter_need, KEEPERS, "needs"),
    "link": ActPage("举措对应需求", LinkForm, link_need, KEEPERS, "needs"),
    "pulse": ActPage("登记小调查", PulseForm, open_pulse, KEEPERS, "pulses"),
    "count": ActPage("记小调查结果", CountForm, count_pulse, KEEPERS, "pulses"),
    "pulse-close": ActPage("结束小调查", CloseForm, close_pulse, KEEPERS, "pulses"),
    "did": ActPage("您说了，我们做了", DidForm, say_done, KEEPERS, "pulses"),
    "indicator": ActPage("登记指标", IndicatorForm, define, KEEPERS, "yardsticks"),
    "questions": ActPage("登记问题清单或框架", QuestionsForm, define, KEEPERS, "yardsticks"),
    "index": ActPage("登记综合指数", IndexForm, define, KEEPERS, "yardsticks"),
    "region": ActPage("登记地区", RegionForm, enter_region, KEEPERS, "yardsticks"),
    "region-name": ActPage("地区别名或改名", RegionNameForm, name_region, KEEPERS, "yardsticks"),
    "region-end": ActPage("地区撤并", RegionEndForm, end_region, KEEPERS, "yardsticks"),
}
