"""Each predicate as a part of a Chinese sentence, for the help page; words of the log."""

from ...journal.wording import TYPES
from ...procedures.telling import SENTENCES
from . import when, who

SENTENCES.update(
    {
        who.office: "提案委或专委会工作人员",
        who.runs: "负责人、召集人，或提案委、专委会工作人员",
        who.inside: "这里的成员、负责人，或工作人员",
        who.may_book: "委员，或提案委、专委会工作人员",
        who.booked: "订的人，或负责人、工作人员",
        who.own_shift: "值班的本人",
        who.stand_in: "被请代班的人",
        who.stand_in_or_own: "被请代班的人，或值班的本人",
        who.on_duty: "值班的本人，或负责人",
        who.keeper: "联系人本人；没有联系人的由办公室",
        who.keeper_or_self: "本人、联系人，或管名单的工作人员",
        who.agrees: "本人；没有账号的由联系人或工作人员登记",
        when.keeps_rota: "是工作室、联系点或履职小组",
        when.has_room: "是工作室或联系点",
        when.slot_begun: "到了订的那天",
        when.not_past: "这一班还没有过",
        when.has_come: "到了值班那天",
        when.in_force: "同意没有到期",
        when.is_talent: "是人才库里的",
        when.was_asked: "请过他",
    }
)
TYPES.update(
    team="履职集体", planline="年度计划", effort="做了的事", shift="值班", heard="接待",
    listed="名单", asking="邀请", touch="联系", minimum="年度任务", compositionrule="组成要求",
    ownlink="本人链接", booking="订场地", pointreport="一周需要",
)  # fmt: skip
