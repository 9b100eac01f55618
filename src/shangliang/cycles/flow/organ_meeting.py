"""机构会议: its agenda is put in order, it opens with a quorum, it ends when every item is decided."""

from ...procedures.seat import Seat
from ...procedures.table import Move, Table
from ..models import OrganMeeting
from . import who

STATES = {"planned": "排议程", "held": "已开会", "closed": "已办结", "off": "没有开"}


def desk(seat: Seat, case: OrganMeeting) -> str | None:
    """办会的机关。"""
    return who.desk(seat, case)


def has_items(seat: Seat, case: OrganMeeting) -> str | None:
    """议程上有事项。"""
    return None if case.items.exists() else "议程上还没有事项，先把等上会的列进来。"


def all_decided(seat: Seat, case: OrganMeeting) -> str | None:
    """每一项都记了怎么定的。"""
    left = case.items.filter(decision="").count()
    return f"还有 {left} 项没有记怎么定的。" if left else None


def agenda_empty(seat: Seat, case: OrganMeeting) -> str | None:
    """议程上没有事项。"""
    return "议程上还有事项，先撤下，免得跟着会一起没了。" if case.items.exists() else None


# fmt: off
ORGAN_MEETING = Table(
    name="organ_meeting",
    label="机构会议",
    states=STATES,
    initial="planned",
    moves=(
        Move("hold_meeting", "会已开", ("planned",), "held", desk, (has_items,), form=True,
             phase="议", says="开会"),
        Move("close_meeting", "办结", ("held",), "closed", desk, (all_decided,), phase="议",
             says="各项都定了，办结"),
        Move("move_item", "调次序", ("planned",), None, desk, (has_items,), form=True, phase="议",
             says="调了议程次序"),
        Move("edit_meeting", "改会议", ("planned",), None, desk, form=True, phase="议",
             says="改了会议安排"),
        Move("call_off_meeting", "不开了", ("planned",), "off", desk, (agenda_empty,), form=True,
             refusal=True, phase="议", says="会议不开了"),
    ),
    final=frozenset({"closed", "off"}),
)
# fmt: on
