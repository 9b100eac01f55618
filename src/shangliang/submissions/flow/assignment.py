"""承办流程: one unit's duty, from 待签收 to 已办复. Rules: docs/field.md 1.6, 1.7."""

from ...procedures.table import Move, Table
from . import duties as when
from . import people as who

STATES = {
    "issued": "待签收",
    "accepted": "已签收",
    "contested": "申退中",
    "returned": "已退回",
    "done": "已办复",
    "dropped": "已取消",
}
LIVE = ("issued", "accepted", "contested")

# A row a verb, kept narrow so that the table reads as one.
# fmt: off
ASSIGNMENT = Table(
    name="assignment",
    label="承办",
    states=STATES,
    initial="issued",
    moves=(
        Move("accept", "签收", ("issued",), "accepted", who.unit_staff, stops=("sign",),
             starts=("first_contact",), phase="办", says="签收", key="A"),
        Move("ask_return", "申退", ("issued", "accepted"), "contested", who.unit_staff,
             (when.return_window_open,), stops=("sign",), form=True, refusal=True, phase="办",
             says="申请退回", basis="逾期提出的不受理"),
        Move("grant_return", "同意申退", ("contested",), "returned", who.assigner,
             (when.return_open,), form=True, phase="办", says="同意申退"),
        Move("refuse_return", "不同意申退", ("contested",), "accepted", who.assigner,
             (when.return_open,), starts=("first_contact",), form=True, refusal=True,
             phase="办", says="不同意申退，照办"),
        Move("log_contact", "记沟通", ("accepted",), None, who.unit_staff,
             stops=("first_contact",), form=True, phase="办", says="与提案人沟通"),
        Move("ask_extension", "申请延期", ("issued", "accepted"), None, who.unit_staff,
             (when.answers_itself, when.before_expiry, when.extensions_left), form=True,
             phase="办", says="申请延期"),
        Move("grant_extension", "同意延期", ("issued", "accepted"), None, who.supervisor,
             (when.extension_open,), form=True, phase="办", says="同意延期"),
        Move("refuse_extension", "不同意延期", ("issued", "accepted"), None, who.supervisor,
             (when.extension_open,), form=True, refusal=True, phase="办", says="不同意延期"),
        Move("pause", "暂停计时", ("accepted",), None, who.supervisor, (when.clock_runs,),
             form=True, phase="办", says="暂停计时"),
        Move("resume", "恢复计时", ("accepted",), None, who.supervisor, (when.clock_paused,),
             phase="办", says="恢复计时"),
        Move("drop", "取消承办", LIVE, "dropped", who.assigner, form=True, refusal=True,
             phase="办", says="取消承办"),
    ),
    final=frozenset({"returned", "dropped"}),
)
# fmt: on
