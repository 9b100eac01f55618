"""Forms of a consultation's verbs after its minutes: answers, who does what, closing."""

from typing import Any

from ...actors.models import Actor
from ...procedures.forms import VerbForm, form_of
from ..answering import answering_parties
from .consultation import rows_of
from .fields import bodies, day, line, number, pick, words


@form_of("consultation", "answer_consultation")
class AnswerConsultation(VerbForm):
    """Of one party of the other side."""

    party = pick("哪一方的答复")
    text = words("答复", "哪些办、怎么办、什么时候办；不办的说明原因。", rows=6, most=4000)

    def prepare(self) -> None:
        rows = answering_parties(self.case, self.seat)
        field: Any = self.fields["party"]
        field.choices = [
            (str(r.pk), r.name + ("（已答复，再写就替换）" if r.answered_on else "")) for r in rows
        ]


def agreed_points(form: VerbForm) -> None:
    rows_of(
        form,
        "point",
        form.case.points.filter(kind="agreed", task__isnull=True, done_on__isnull=True),
    )


@form_of("consultation", "hand_over")
class HandOver(VerbForm):
    """An agreed point to a unit."""

    point = pick("商定的哪一条")
    owner = pick("交给哪个单位")
    due_on = day("时限", required=False)
    person_name = line("责任人", required=False, most=60)

    def prepare(self) -> None:
        agreed_points(self)
        field: Any = self.fields["owner"]
        field.choices = [
            ("", "请选"),
            *bodies(self.case.committee_id, Actor.Kind.UNIT, Actor.Kind.COUNTY),
        ]
        point = str(self.initial.get("point") or "")
        if point.isdecimal():  # whoever the meeting named
            row = self.case.points.filter(pk=int(point)).first()
            self.initial.setdefault("owner", row.owner_id if row else None)


@form_of("consultation", "note_done")
class NoteDone(VerbForm):
    """How it was done."""

    point = pick("商定的哪一条")
    note = line("怎么做成的", "在哪里看得到。", most=200)
    done_on = day("哪天做成的", required=False)

    def prepare(self) -> None:
        agreed_points(self)


@form_of("consultation", "ask_people")
class AskPeople(VerbForm):
    """Counts only."""

    asked = number("问了几位", 1, 10000)
    content = number("其中认为办到了的", 0, 10000)


@form_of("consultation", "answer_feedback")
class AnswerFeedback(VerbForm):
    """An answer all who took part can read."""

    feedback = pick("哪条意见")
    answer = words("答复", rows=3, most=1000)

    def prepare(self) -> None:
        rows_of(self, "feedback", self.case.feedback.all())


@form_of("consultation", "close_consultation")
class CloseConsultation(VerbForm):
    """A few words."""

    outcome = words("办结小结", "谈成了什么、还剩什么、接着怎么办。", most=1000)
