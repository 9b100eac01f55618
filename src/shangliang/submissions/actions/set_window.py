"""改定大会／平时: the session's window computes it, a person may correct it with a reason."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import Submission
from ..remarks import remark


@verb(PROPOSAL, "set_window", Submission)
def set_window(case: Submission, seat: Seat, *, window: str, reason: str) -> Done:
    """Fix the window by hand; from now on nothing computes it again."""
    if window not in Submission.Window.values:
        raise refuse("请选“大会”或“平时”。")
    if case.number_window and case.number_window != window:
        raise refuse(f"{case.number_label}的号按时段编，已经编了号，不能再改时段。")
    case.window, case.window_forced = window, True
    row = remark(case, seat, "set_window", reason, "请写明为什么改定。")
    return Done(about=row, detail={"window": window})
