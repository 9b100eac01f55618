"""上会事项: waits for an organ, stands on its agenda, is decided there, goes on to the next with its papers."""

from ...procedures.seat import Seat
from ...procedures.table import Move, Table
from ..models import Matter
from . import who

STATES = {
    "waiting": "等上会",
    "listed": "已列入议程",
    "agreed": "已同意",
    "returned": "退回修改",
    "dropped": "不再上会",
}


def desk(seat: Seat, case: Matter) -> str | None:
    """办会的机关。"""
    return who.desk(seat, case)


def meeting_planned(seat: Seat, case: Matter) -> str | None:
    """这个机构有还没开的会。"""
    if case.organ.meetings.filter(state="planned").exists():
        return None
    return f"{case.organ}还没有安排会议，先安排一次会。"


def not_yet_met(seat: Seat, case: Matter) -> str | None:
    """会还没有开。"""
    held = case.items.filter(decision="", meeting__state="held").exists()
    return "会已经开了，请记怎么定的。" if held else None


def meeting_held(seat: Seat, case: Matter) -> str | None:
    """会已经开了。"""
    held = case.items.filter(decision="", meeting__state="held").exists()
    return None if held else "会还没有开，先在会议页记“会已开”。"


# fmt: off
MATTER = Table(
    name="matter",
    label="上会事项",
    states=STATES,
    initial="waiting",
    moves=(
        Move("list_matter", "列入议程", ("waiting",), "listed", desk, (meeting_planned,), form=True,
             phase="议", says="列入议程"),
        Move("agree_matter", "同意", ("listed",), "agreed", desk, (meeting_held,), form=True,
             phase="议", says="会议同意"),
        Move("send_on_matter", "同意并提交下一会", ("listed",), "waiting", desk, (meeting_held,),
             form=True, phase="议", says="会议同意，连同材料提交下一会"),
        Move("put_off_matter", "暂缓", ("listed",), "waiting", desk, (meeting_held,), form=True,
             phase="议", says="会议暂缓，等下次"),
        Move("send_back_matter", "退回修改", ("listed",), "returned", desk, (meeting_held,),
             form=True, refusal=True, phase="议", says="会议退回修改"),
        Move("unlist_matter", "撤下议程", ("listed",), "waiting", desk, (not_yet_met,),
             phase="议", says="撤下议程"),
        Move("add_matter_paper", "加材料", ("waiting", "listed", "returned"), None, desk, form=True,
             phase="议", says="加一份材料"),
        Move("edit_matter", "改事项", ("waiting", "returned"), None, desk, form=True,
             phase="议", says="改了事项"),
        Move("resubmit_matter", "改好再上会", ("returned",), "waiting", desk, form=True,
             phase="议", says="改好再上会"),
        Move("drop_matter", "不再上会", ("waiting", "returned"), "dropped", desk, form=True,
             refusal=True, phase="议", says="不再上会"),
    ),
    final=frozenset({"agreed", "dropped"}),
)
# fmt: on
