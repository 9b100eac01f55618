"""Each predicate of the tables as a part of a Chinese sentence, for the help page."""

from ...procedures.telling import SENTENCES
from . import gap, measure, remark, sheet

SENTENCES.update(
    {
        remark.speaker: "这个地区自己的人员",
        remark.judge: "专委会或督办机构，不能是说明的单位自己",
        gap.owner_or_office: "责任单位的人员，或专委会、督办机构",
        gap.checker: "专委会或督办机构，不能是责任单位自己",
        gap.office: "专委会、督办机构或提案委",
        gap.measured: "至少一条举措核实做到，其余的都有了结果",
        measure.owner: "举措的责任单位",
        measure.judge: "专委会或督办机构，不能是责任单位自己",
        measure.office: "专委会或督办机构",
        measure.assigner: "督办机构或专委会",
        measure.people_answered: "请了群众评价的，作答够数",
        measure.not_yet_a_task: "还没有转成任务",
        sheet.owner: "答卷单位的人员",
        sheet.reader: "专委会或督办机构，不能是答卷单位自己",
        sheet.whole: "每一问都答了，不够的写明差在哪里",
    }
)
