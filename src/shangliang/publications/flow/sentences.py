"""Each predicate as a part of a Chinese sentence, for the help page; words of the log."""

from ...journal.wording import TYPES
from ...procedures.telling import SENTENCES
from . import asking, when, who

SENTENCES.update(
    {
        who.desk: "信息编辑或专委会工作人员",
        who.editor: "信息编辑",
        who.first: "初审的人（信息编辑、专委会或提案委工作人员）",
        who.second: "复审的人（提案委或专委会工作人员）",
        who.final: "政协领导",
        who.reviewer: "轮到审这一步的人",
        who.publisher: "信息编辑、专委会工作人员或政协领导",
        who.taker: "采用的单位自己，或编辑按来函记",
        when.written: "要写的各段都写了",
        when.no_private_numbers: "正文里没有手机号、身份证号",
        when.claims_proved: "每个数、每句“首个、最好”都有凭据",
        when.source_open: "写的那件事现在是公开的",
        when.other_hands: "没有写过这篇，也没有审过前面一步",
        when.in_no_gazette: "没有编进一期",
        when.alone: "不是期刊稿",
        when.amendment_waits: "有别人写的更正等着发布",
        when.practice: "是典型经验",
        when.taken_up: "有采用的记录",
        when.has_pieces: "这一期里有稿件",
        when.all_open: "每篇的事和凭据都还公开",
    }
)
TYPES.update(
    piece="稿件",
    piecehand="审稿",
    proof="凭据",
    amendment="更正",
    gazette="期刊",
    outlet="媒体",
    clipping="剪报",
    uptake="采用",
)
SENTENCES.update(
    {
        asking.keeper: "信息编辑或专委会工作人员",
        asking.keeper_or_speaker: "工作人员或宣讲人本人",
        asking.answerer: "请到的单位；没有请单位的，宣讲人或工作人员",
        asking.checker: "政协机关里解答的人以外的一位",
        asking.other_hand: "不是解答的人",
        asking.has_alike: "有答过的相近问题",
    }
)
TYPES.update(lecture="宣讲", doubt="听众的疑问")
