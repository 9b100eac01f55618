"""场次流程和说法流程: a round from draft to published, a statement from waiting to shown or refused."""

from ...procedures.seat import Role, Seat
from ...procedures.table import Move, Table
from ..models import Round, Statement


def host(seat: Seat, case: Round | Statement) -> str | None:
    """专委会工作人员；议事召集人管自己开的场次。"""
    if seat.has(Role.ORGANISER):
        return None
    if seat.has(Role.CONVENOR) and case.root_round.by_id == seat.person_id:
        return None
    return "只有专委会工作人员，或开这一场的议事召集人可以。"


def has_statements(seat: Seat, case: Round) -> str | None:
    """An empty round asks nobody anything."""
    if case.statements.filter(state="shown").count() >= 2:
        return None
    return "至少先写两条说法，再开场。"


def not_read(seat: Seat, case: Round) -> str | None:
    """Reopening after publication would change a result people have read."""
    return "结果已经公布，不能再开；可以开下一轮。" if hasattr(case, "outcome") else None


def all_judged(seat: Seat, case: Round) -> str | None:
    """每条说法都要有个说法。"""
    left = case.statements.filter(state="waiting").count()
    return f"还有 {left} 条说法没有审，请先审完再公布。" if left else None


ROUND_STATES = {"draft": "筹备", "open": "进行中", "closed": "已结束", "published": "结果已公布"}
STATEMENT_STATES = {"waiting": "待审", "shown": "已放出", "refused": "未采用"}

# fmt: off
ROUND = Table(
    name="round",
    label="线上商量",
    states=ROUND_STATES,
    initial="draft",
    moves=(
        Move("edit_round", "改题目和设置", ("draft",), None, host, form=True, phase="议", says="改了题目和设置"),
        Move("add_statement", "加一条说法", ("draft", "open"), None, host, form=True, phase="议", says="组织者加了一条说法"),
        Move("open_round", "开场", ("draft",), "open", host, (has_statements,), form=True, phase="议", says="开场"),
        Move("enter_paper", "录入纸上的表态", ("open",), None, host, form=True, phase="议", says="录入一份纸上的表态"),
        Move("close_round", "结束", ("open",), "closed", host, phase="议", says="结束，身份钥匙已销毁"),
        Move("reopen_round", "再开", ("closed",), "open", host, (not_read,), form=True, phase="议", says="再开"),
        Move("publish_round", "公布结果", ("closed",), "published", host, (all_judged,), form=True, phase="议", says="公布结果"),
        Move("follow_up", "记后来怎样", ("published",), None, host, form=True, phase="传", says="告诉大家后来怎样"),
        Move("recommend", "列入建议", ("published",), None, host, form=True, phase="建", says="把一条共识列入建议"),
        Move("hand_over", "交办一条", ("published",), None, host, form=True, phase="办", says="把一条共识交办"),
        Move("next_round", "开下一轮", ("published",), None, host, phase="议", says="带着分歧开下一轮"),
    ),
    final=frozenset(),
)

STATEMENT = Table(
    name="statement",
    label="说法",
    states=STATEMENT_STATES,
    initial="waiting",
    moves=(
        Move("show_statement", "放出", ("waiting", "refused"), "shown", host, key="L", phase="议", says="放出"),
        Move("refuse_statement", "不采用", ("waiting", "shown"), "refused", host, form=True, refusal=True, key="N", phase="议",
             says="不采用，理由公开"),
    ),
    final=frozenset(),
)
# fmt: on
