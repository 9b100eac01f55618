"""Forms of a consultation's verbs, before and at the meeting."""

from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.forms import VerbForm, form_of
from ...procedures.office_calendar import today
from ..meetings import signed_in
from ..models import Party, Point
from .fields import NONE, bodies, choice, day, line, many, moment, number, pick, words

PAPERS = "Word、Excel、PDF 或照片"


def rows_of(form: VerbForm, name: str, rows: Any, label: Any = str) -> None:
    """The case's own rows as choices of a field."""
    field: Any = form.fields[name]
    field.choices = [("", "请选"), *((str(r.pk), label(r)) for r in rows)]


@form_of("consultation", "change_consultation")
class ChangeConsultation(VerbForm):
    """Time, place and what it is about."""

    title = line("议题")
    starts_at = moment("时间", required=False)
    place = line("地点", required=False)
    chair = line("主持人", required=False, most=40)
    text = words("说明", required=False, most=4000)
    basis = line("依据", required=False, most=200)
    reason = line(
        "改时间、地点的原因", "通知发出以后才要写，会告诉每一位。", required=False, most=200
    )

    def prepare(self) -> None:
        for name in ("title", "starts_at", "place", "chair", "text", "basis"):
            self.initial.setdefault(name, getattr(self.case, name))


@form_of("consultation", "add_parties")
class AddParties(VerbForm):
    """Units ticked, people by name: a name of the register is linked to its person."""

    side = choice("哪一方", Party.Side.choices)
    units = many("单位")
    names = words("人员", "一行一位：姓名，身份。名册里有的会自动对上。", required=False)

    def prepare(self) -> None:
        field: Any = self.fields["units"]
        field.choices = bodies(self.case.committee_id, Actor.Kind.UNIT)

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        lines = [x.replace(",", "，").strip() for x in data["names"].splitlines() if x.strip()]
        found: dict[str, list[int]] = {}
        names = {x.partition("，")[0].strip() for x in lines if "，" not in x}
        for pk, name in Actor.objects.filter(
            committee_id=self.case.committee_id,
            kind=Actor.Kind.PERSON,
            active=True,
            name__in=names,
        ).values_list("pk", "name"):
            found.setdefault(name, []).append(pk)
        actors, left = list(data["units"]), []
        for x in lines:
            known = found.get(x, [])
            if len(known) == 1:
                actors.append(known[0])
            else:
                left.append(x)
        return {"side": data["side"], "actors": actors, "names": "\n".join(left)}


@form_of("consultation", "drop_party")
class DropParty(VerbForm):
    """Who is taken off."""

    party = pick("哪一位")

    def prepare(self) -> None:
        rows_of(self, "party", self.case.parties.all())


@form_of("consultation", "send_notice")
class SendNotice(VerbForm):
    """A few words; a reason when it is late."""

    note = line("附言", required=False, most=100)
    reason = line("晚发的原因", "按规则的提前天数已经不够时才要写。", required=False, most=150)


@form_of("consultation", "send_materials")
class SendMaterials(VerbForm):
    """A file or what was sent on paper."""

    paper = forms.FileField(label="材料", required=False, help_text=PAPERS)
    note = line("说明", "例如“调研报告、数据表已送各位”。", required=False, most=150)
    reason = line("晚送的原因", "按规则的提前天数已经不够时才要写。", required=False, most=150)


@form_of("consultation", "cancel_consultation")
class CancelConsultation(VerbForm):
    """Why."""

    reason = words("为什么取消", "会告诉每一位。", rows=2, most=500)


@form_of("consultation", "plan_speech")
class PlanSpeech(VerbForm):
    """Who, in which part, how long."""

    party = pick("谁发言")
    part = choice("环节", (), radio=False)
    topic = line("讲什么", required=False)
    minutes = number("分钟", 1, 60)
    starts_at = line("预计时间", "例如 14:30，可不填。", required=False, most=5)
    replies_to = pick("回答哪个提问", required=False)

    def prepare(self) -> None:
        rows_of(self, "party", self.case.parties.all())
        part: Any = self.fields["part"]
        part.choices = [(p.key, p.label) for p in self.case.kind.parts]
        rows = self.case.speeches.filter(part="question").select_related("party")
        field: Any = self.fields["replies_to"]
        field.choices = [
            ("", "不是回答"),
            *((str(r.pk), f"{r.party.name}：{r.topic or r.gist[:20] or '提问'}") for r in rows),
        ]
        self.initial.setdefault("minutes", 8)


@form_of("consultation", "drop_speech")
class DropSpeech(VerbForm):
    """Which."""

    speech = pick("哪一个")

    def prepare(self) -> None:
        rows_of(
            self,
            "speech",
            self.case.speeches.select_related("party"),
            lambda s: f"{s.order} {s.party.name} {s.topic}",
        )


@form_of("consultation", "hold")
class Hold(VerbForm):
    """On which day."""

    held_on = day("哪天开的")

    def prepare(self) -> None:
        self.initial.setdefault("held_on", today())


@form_of("consultation", "mark_came")
class MarkCame(VerbForm):
    """Who came; all others did not."""

    came = many("到会的", "没有勾的记为未到。")

    def prepare(self) -> None:
        rows = list(self.case.parties.all())
        field: Any = self.fields["came"]
        field.choices = [(str(r.pk), f"{r.name}（{r.get_side_display()}）{r.title}") for r in rows]
        # Who signed in at the activity came; before anybody signed in all stand ticked.
        here = signed_in(self.case)
        field.help_text += f"签到的 {len(here)} 位已勾上。" if here else ""
        came = [r for r in rows if (r.actor_id in here or r.came) or not (here or r.came is False)]
        self.initial.setdefault("came", [str(r.pk) for r in came])


@form_of("consultation", "note_speech")
class NoteSpeech(VerbForm):
    """What was said, in short."""

    speech = pick("谁的发言")
    gist = words("要点", "几句话，照他说的意思。")

    def prepare(self) -> None:
        rows_of(
            self,
            "speech",
            self.case.speeches.select_related("party"),
            lambda s: f"{s.order} {s.party.name} {s.topic}",
        )


@form_of("consultation", "add_point")
class AddPoint(VerbForm):
    """Agreed, open, or a minority's view."""

    kind = choice("记在哪里", Point.Kind.choices)
    text = words("一句话", rows=3, most=400)
    held_by = line("谁的意见", "少数意见要写；不愿留名的写“一位委员”。", required=False)
    owner = pick("负责的单位", required=False)
    owner_name = line(
        "谁来做", "名册里没有的写在这里，例如“幸福里社区居委会”。", required=False, most=60
    )
    due_on = day("什么时候前", required=False)

    def prepare(self) -> None:
        field: Any = self.fields["owner"]
        field.choices = [NONE, *bodies(self.case.committee_id, Actor.Kind.UNIT)]


@form_of("consultation", "drop_point")
class DropPoint(VerbForm):
    """Which."""

    point = pick("哪一条")

    def prepare(self) -> None:
        rows_of(self, "point", self.case.points.exclude(kind="minority"))


@form_of("consultation", "edit_minutes")
class EditMinutes(VerbForm):
    """The whole text."""

    text = words("纪要", required=False, rows=24, most=20000)

    def prepare(self) -> None:
        self.initial.setdefault("text", self.case.minutes)
