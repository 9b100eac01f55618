"""Each predicate of the task's table as a part of a Chinese sentence, for the help page."""

from ...procedures.telling import OUTSIDE, SENTENCES
from . import conditions, people

SENTENCES.update(
    {
        people.owner: "责任单位的人员",
        people.judge: "督办机构或提案委，不能是责任单位、协办单位和报结的人",
        people.office: "督办机构或提案委",
        people.watch: "督办机构、提案委，或者交办它的人",
        people.owner_or_office: "责任单位的人员、督办机构或提案委",
        conditions.not_settled: "承办单位没有裁定过",
        conditions.undivided: "没有分解成几项",
        conditions.parts_done: "分解的各项都已报结",
        conditions.parts_verified: "分解的各项都已核实销号或取消",
        conditions.not_expired: "还没有逾期",
        conditions.no_open_request: "没有在等答复的延期申请",
        conditions.more_time_asked: "单位申请了延期，还没有答复",
    }
)
OUTSIDE["task"] = {"doing": "单位在答复里承诺，或者自己认领"}
