"""The tables (流程) of a text and of an issue."""

from ...procedures.table import Move, Table
from . import when, who
from .lecture import DOUBT, LECTURE

BASIS = "三审：稿件由三个人分别初审、复审、终审（《图书质量保障体系》第八条）"

# fmt: off
PIECE = Table(
    name="piece",
    label="稿件",
    states={
        "draft": "起草", "first": "待初审", "second": "待复审", "final": "待终审",
        "approved": "已审定", "published": "已发布", "withdrawn": "已撤下", "dropped": "不用",
    },
    initial="draft",
    moves=(
        Move("edit_piece", "写", ("draft",), None, who.desk, form=True, phase="传", says="改写稿件"),
        Move("prove_claims", "接凭据", ("draft",), None, who.desk, form=True, phase="传",
             says="给说法接上凭据"),
        Move("unprove", "去掉凭据", ("draft",), None, who.desk, form=True, phase="传",
             says="去掉一条凭据"),
        Move("submit_piece", "送审", ("draft",), "first", who.desk,
             (when.written, when.no_private_numbers, when.claims_proved, when.source_open),
             phase="传", says="送初审"),
        Move("pass_first", "初审通过", ("first",), "second", who.first, (when.other_hands,),
             form=True, phase="传", says="初审通过", basis=BASIS),
        Move("pass_second", "复审通过", ("second",), "final", who.second, (when.other_hands,),
             form=True, phase="传", says="复审通过", basis=BASIS),
        Move("pass_final", "终审通过", ("final",), "approved", who.final,
             (when.other_hands, when.claims_proved, when.source_open),
             form=True, phase="传", says="终审通过", basis=BASIS),
        Move("return_piece", "退改", ("first", "second", "final", "approved"), "draft", who.reviewer,
             (when.in_no_gazette,), form=True, refusal=True, phase="传", says="退回修改"),
        Move("publish_piece", "发布", ("approved",), "published", who.publisher,
             (when.alone, when.claims_proved, when.source_open), phase="传", says="发布"),
        Move("write_amendment", "写更正", ("published",), None, who.desk, form=True, phase="传",
             says="写更正"),
        Move("pass_amendment", "发布更正", ("published",), None, who.final, (when.amendment_waits,),
             form=True, phase="传", says="发布更正"),
        Move("withdraw_piece", "撤下", ("published",), "withdrawn", who.final, form=True,
             refusal=True, phase="传", says="撤下"),
        Move("take_up", "我们也这样做", ("published",), None, who.taker, (when.practice,), form=True,
             phase="传", says="记下有地方采用"),
        Move("follow_up", "记后来怎样", ("published",), None, who.taker,
             (when.practice, when.taken_up), form=True, phase="传", says="记下采用以后怎样"),
        Move("drop_piece", "不用了", ("draft", "approved"), "dropped", who.desk,
             (when.in_no_gazette,), form=True, refusal=True, phase="传", says="不用"),
    ),
    final=frozenset({"withdrawn", "dropped"}),
)

GAZETTE = Table(
    name="gazette",
    label="期刊",
    states={"draft": "编排", "issued": "已出刊", "dropped": "不出了"},
    initial="draft",
    moves=(
        Move("compose_gazette", "编排", ("draft",), None, who.editor, form=True, phase="传",
             says="编排一期"),
        Move("release_gazette", "签发出刊", ("draft",), "issued", who.final,
             (when.has_pieces, when.all_open), phase="传", says="签发出刊"),
        Move("drop_gazette", "不出了", ("draft",), "dropped", who.editor, refusal=True, phase="传",
             says="不出了"),
    ),
    final=frozenset({"issued", "dropped"}),
)
# fmt: on
__all__ = ["DOUBT", "GAZETTE", "LECTURE", "PIECE"]
