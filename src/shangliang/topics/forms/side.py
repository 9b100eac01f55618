"""Forms of joint work."""

from typing import Any

from django import forms

from ...procedures.forms import VerbForm, form_of
from ...procedures.office_calendar import today
from ..models import CityPaper, CommonAdvice, Section
from .consultation import rows_of
from .fields import day, line, many, pick, words


@form_of("side", "write_section")
class WriteSection(VerbForm):
    """A new section, or one of ours again."""

    section = pick("改本方的哪一节", required=False)
    heading = line("标题")
    text = words("内容", rows=10, most=8000)

    def prepare(self) -> None:
        rows = Section.objects.filter(committee_id=self.case.committee_id, side=self.case)
        field: Any = self.fields["section"]
        field.choices = [("", "新写一节"), *((str(r.pk), r.heading) for r in rows)]


@form_of("side", "send_paper")
class SendPaper(VerbForm):
    """Title, authors, findings."""

    title = line("论文题目", most=120)
    author = line("作者单位", required=False)
    findings = words("主要发现", rows=8, most=4000)


@form_of("side", "add_common_advice")
class AddCommonAdvice(VerbForm):
    """A recommendation and the papers it rests on."""

    text = words("共同建议", rows=3, most=400)
    papers = many("出自哪些论文", "论文所在城市自动记为支持。")

    def prepare(self) -> None:
        rows = CityPaper.objects.filter(space_id=self.case.space_id).select_related("side")
        field: Any = self.fields["papers"]
        field.choices = [(str(r.pk), f"{r.side.name}：{r.title}") for r in rows]


@form_of("side", "take_stand")
class TakeStand(VerbForm):
    """Supports it or not."""

    advice = pick("哪条建议")
    supports = forms.TypedChoiceField(
        label="本市",
        choices=[("1", "支持"), ("0", "不支持")],
        coerce=lambda v: v == "1",
        widget=forms.RadioSelect,
        error_messages={"required": "请选支持或不支持。"},
    )
    note = line("说明", "不支持要写原因。", required=False, most=200)

    def prepare(self) -> None:
        rows_of(self, "advice", CommonAdvice.objects.filter(space_id=self.case.space_id))


@form_of("side", "agree_text")
class AgreeText(VerbForm):
    """The text one has read."""

    revision = forms.IntegerField(label="第几稿", min_value=1, widget=forms.NumberInput)

    def prepare(self) -> None:
        self.initial.setdefault("revision", self.case.space.revision)


@form_of("side", "deliver_report")
class DeliverReport(VerbForm):
    """To whom."""

    addressee = line("报送", "例如“市委、市政府”。")


@form_of("side", "record_answer")
class RecordAnswer(VerbForm):
    """What the addressee answered."""

    text = words("答复或批示", rows=4)
    by = line("谁的答复", "职务或机关，例如“市政府办公室”。", most=60)
    on = day("答复日")

    def prepare(self) -> None:
        self.initial.setdefault("on", today())
