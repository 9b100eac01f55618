"""解疑流程 (S-091): asked, answered with its source, clear, or asked once more; then it is said openly."""

from ...procedures.table import Move, Table
from . import people as who

# fmt: off
QUESTION = Table(
    name="question",
    label="解疑",
    states={
        "asked": "等解答",
        "answered": "已解答",
        "clear": "说明白了",
        "unclear": "还不明白",
        "open": "两次没说明白",
    },
    initial="asked",
    moves=(
        Move("answer_question", "解答", ("asked", "unclear"), "answered", who.explainer, form=True,
             phase="传", says="解答一个疑问", basis="第二次解答要写明依据哪一条"),
    ),
    final=frozenset({"clear", "open"}),
)
# fmt: on
