"""Each predicate as a part of a Chinese sentence, for the help page."""

from ...procedures.telling import OWN_CLOCKS, SENTENCES
from . import people, when

SENTENCES.update(
    {
        people.office: "督办机构、提案委或专委会工作人员",
        people.owner_or_office: "责任单位、督办机构、提案委或专委会工作人员",
        people.unit_of_line: "这笔资金所在的县区或单位",
        people.line_people: "这笔资金所在的县区、单位，或督办机构、提案委、专委会工作人员",
        when.is_project: "是项目或园区",
        when.is_blocked: "登记了卡点",
        when.failing: "没有到位，或者到位很久没有怎么支出",
        when.is_asked: "督办机构要求过说明",
    }
)
OWN_CLOCKS["fund_reason"] = "说明原因"
