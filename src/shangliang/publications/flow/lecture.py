"""The tables (流程) of a talk and of a question asked there."""

from ...procedures.table import Move, Table
from . import asking

# fmt: off
LECTURE = Table(
    name="lecture",
    label="宣讲",
    states={"planned": "已排定", "open": "在收问题", "closed": "收完了", "cancelled": "取消"},
    initial="planned",
    moves=(
        Move("edit_lecture", "改安排", ("planned", "open"), None, asking.keeper, form=True, phase="传",
             says="改安排"),
        Move("open_lecture", "开始收问题", ("planned",), "open", asking.keeper_or_speaker, phase="传",
             says="开始收问题"),
        Move("close_lecture", "收完了", ("open",), "closed", asking.keeper_or_speaker, form=True,
             phase="传", says="收完问题"),
        Move("cancel_lecture", "取消", ("planned",), "cancelled", asking.keeper, refusal=True,
             phase="传", says="取消"),
    ),
    final=frozenset({"closed", "cancelled"}),
)

DOUBT = Table(
    name="doubt",
    label="听众的疑问",
    states={"asked": "等解答", "answered": "等审", "published": "已公布", "aside": "不答"},
    initial="asked",
    moves=(
        Move("hand_doubt", "请谁答", ("asked",), None, asking.keeper, form=True, phase="传",
             says="请单位解答"),
        Move("answer_doubt", "解答", ("asked",), "answered", asking.answerer, form=True, phase="传",
             says="写了解答"),
        Move("reuse_answer", "用答过的", ("asked",), "answered", asking.answerer,
             (asking.has_alike,), form=True, phase="传", says="用了答过的"),
        Move("pass_doubt", "审过，公布", ("answered",), "published", asking.checker,
             (asking.other_hand,), phase="传", says="审过，公布解答"),
        Move("return_doubt", "退改", ("answered",), "asked", asking.checker, form=True, refusal=True,
             phase="传", says="退回解答"),
        Move("set_aside", "不答", ("asked",), "aside", asking.keeper, form=True, refusal=True,
             phase="传", says="说明不答的原因"),
    ),
    final=frozenset({"published", "aside"}),
)
# fmt: on
