"""The tables of a shared piece of homework and of the words to it (S-054)."""

from ...journal.wording import TYPES
from ...procedures.seat import Role, Seat
from ...procedures.table import Move, Table
from ...procedures.telling import OUTSIDE, SENTENCES
from ..models import SharedWork, WorkComment


def shower(seat: Seat, case: SharedWork) -> str | None:
    """The member whose work it is."""
    return None if case.person_id == seat.person_id else "只有写这件的委员可以。"


def colleague(seat: Seat, case: SharedWork) -> str | None:
    """Another member, not its own writer."""
    if case.person_id == seat.person_id:
        return "自己的由同事来评，您可以答复。"
    return None if seat.has(Role.MEMBER) else "只有委员可以写意见。"


def answerer(seat: Seat, case: WorkComment) -> str | None:
    """The member to whose work it was written."""
    return None if case.work.person_id == seat.person_id else "只有被评的委员可以。"


def writer(seat: Seat, case: WorkComment) -> str | None:
    """Who wrote it."""
    return None if case.by_id == seat.person_id else "只有写这条意见的人可以。"


# fmt: off
SHARED_WORK = Table(
    name="shared_work",
    label="请同事看的三作",
    states={"open": "请同事看", "closed": "收起"},
    initial="open",
    moves=(
        Move("comment_work", "写意见", ("open",), None, colleague, form=True, phase="传",
             says="写了意见"),
        Move("stop_sharing", "收起", ("open",), "closed", shower, phase="传", says="收起，同事看不到"),
        Move("share_again", "再请同事看", ("closed",), "open", shower, phase="传", says="再请同事看"),
    ),
)
WORK_COMMENT = Table(
    name="work_comment",
    label="同事的意见",
    states={"shown": "看得到", "hidden": "已遮住", "withdrawn": "已收回"},
    initial="shown",
    moves=(
        Move("answer_comment", "答复", ("shown",), None, answerer, form=True, phase="传",
             says="答复意见"),
        Move("hide_comment", "遮住", ("shown",), "hidden", answerer, phase="传", says="遮住意见"),
        Move("show_comment", "不再遮住", ("hidden",), "shown", answerer, phase="传",
             says="不再遮住意见"),
        Move("take_back_comment", "收回意见", ("shown", "hidden"), "withdrawn", writer, phase="传",
             says="收回意见"),
    ),
    final=frozenset({"withdrawn"}),
)
# fmt: on
SENTENCES.update(
    {
        shower: "写这件的委员",
        colleague: "别的委员，不能是本人",
        answerer: "被评的委员",
        writer: "写这条意见的人",
    }
)
OUTSIDE["shared_work"] = {"open": "委员从自己的三作里请同事看"}
OUTSIDE["work_comment"] = {"shown": "同事写的意见"}
TYPES.update(sharedwork="三作", workcomment="同事的意见")
