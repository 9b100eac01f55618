"""通知流程: drafted, sent to the units, the meeting held, closed with its tasks set."""

from ...procedures.seat import Seat
from ...procedures.table import Move, Table
from ..models import Call
from .who import desk

STATES = {"draft": "起草中", "sent": "收汇报", "held": "会已开", "closed": "已收尾"}


def has_contents(seat: Seat, case: Call) -> str | None:
    """列了必报内容。"""
    if case.kind == Call.Kind.SUGGESTIONS or case.contents.exists():
        return None
    return "还没有列必报内容。先列出要各单位报什么，再发通知。"


def has_units(seat: Seat, case: Call) -> str | None:
    """选了汇报单位。"""
    return None if case.handins.exists() else "还没有选汇报单位。"


def a_meeting(seat: Seat, case: Call) -> str | None:
    """是要开会的。"""
    return None if case.kind == Call.Kind.MEETING else "这一种不开会，直接收尾。"


def nothing_waits(seat: Seat, case: Call) -> str | None:
    """会上的讲话都拆完了。"""
    from ...documents.models import Intake

    waiting = Intake.objects.filter(
        committee_id=case.committee_id, about_type="call", about_id=case.pk
    ).exclude(state="closed")
    return "会上的讲话还没有拆完，任务还没有立。" if waiting.exists() else None


# fmt: off
CALL = Table(
    name="call",
    label="会议通知",
    states=STATES,
    initial="draft",
    moves=(
        Move("edit_call", "改通知", ("draft", "sent"), None, desk, phase="议", says="改通知"),
        Move("send", "发通知", ("draft",), "sent", desk, (has_contents, has_units), phase="议",
             says="发出通知"),
        Move("hold", "会已开", ("sent",), "held", desk, (a_meeting,), form=True, phase="议",
             says="开会"),
        Move("finish", "收尾", ("sent", "held"), "closed", desk, (nothing_waits,), phase="议",
             says="收尾"),
    ),
    final=frozenset({"closed"}),
)
# fmt: on
