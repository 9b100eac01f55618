"""One sample of each paper. Names and matters are made up."""

from __future__ import annotations

from datetime import date

from shangliang.engines.papers.official import (
    AssignmentList,
    AssignmentRow,
    ExtensionRequest,
    FeedbackForm,
    Letter,
    MemberYear,
    Paper,
    ProposalPrint,
    Proposer,
    Report,
    ReturnRequest,
    Section,
    Table,
    TransferSheet,
    paragraphs,
    ticks,
)

RARE = "㛃䶮𬱖"
SESSION = "政协示例市十五届二次会议"
MATTER = "关于规范共享雨伞投放点管理的提案"

REPLY = """你们提出的《关于规范共享雨伞投放点管理的提案》收悉。感谢你们对城市小事的关心。经当面沟通，现答复如下：
一、关于划定点位
已采纳。我局于4月20日划定点位210处，全部让出盲道。
（一）地铁口
逐口划线，由街道巡查。
二、关于回收破损雨伞
列入计划。9月30日前由企业建立每周回收制度，林㛃、周䶮、吴𬱖三位联络员负责跟进。
以上答复，如有意见，请填写征询意见表寄回。"""


def letter(text: str = REPLY, **changes: object) -> Letter:
    values: dict = {
        "issuer_mark": "示例市城市管理局",
        "number": "示城函〔2027〕41号",
        "title": "关于市政协十五届二次会议\n第0131号提案的答复",
        "addressee": "林㛃等3位委员",
        "paragraphs": paragraphs(text),
        "issuer": "示例市城市管理局",
        "date": date(2027, 5, 7),
        "contact": "市容科，0000—1234567",
        "copies": ["市政府办公室", "市政协提案委员会"],
        "grade_mark": "B　全文公开",
    }
    return Letter(**(values | changes))


def proposal(**changes: object) -> ProposalPrint:
    values: dict = {
        "committee": "中国人民政治协商会议示例市委员会",
        "session": "第十五届第二次会议",
        "year": 2027,
        "number": "0131",
        "class_number": "城乡建设类12号",
        "title": MATTER,
        "proposers": [Proposer("林㛃", "工会界", phone="0000—1234567"), Proposer("周䶮", "经济界")],
        "situation": "全市有投放点260处。\n多在地铁口。",
        "analysis": "投放点占用盲道，破损雨伞无人回收。",
        "asks": ["划定点位。", "每周回收。"],
        "seconders": ["吴𬱖"],
        "consent": "同意公开",
        "units_suggested": ["市城管局"],
        "review_opinion": "予以立案，由市城管局主办。",
        "received": date(2027, 1, 12),
    }
    return ProposalPrint(**(values | changes))


def papers() -> dict[str, Paper]:
    head = {"session": SESSION, "number": "第0131号", "title": MATTER}
    return {
        "letter": letter(),
        "proposal": proposal(),
        "transfer": TransferSheet(
            committee="政协示例市委员会",
            proposers="林㛃等2位委员",
            units="主办：市城管局\n会办：市交通局",
            review_opinion="予以立案。",
            due=date(2027, 5, 31),
            grades=ticks(["A　已解决", "B　正在解决", "C　留作参考"], "B　正在解决"),
            requirements=["不属于本单位职责的，在10个工作日内申退。", "三个月内书面答复。"],
            **head,
        ),
        "feedback": FeedbackForm(
            proposer="林㛃", unit="市城管局", return_to="请寄回提案委员会。", **head
        ),
        "extension": ExtensionRequest(
            unit="市城管局",
            due=date(2027, 5, 31),
            asked_until=date(2027, 6, 30),
            reason="需再次协商。",
            **head,
        ),
        "return": ReturnRequest(
            unit="市城管局",
            role="主办",
            reason="不属于本局职责。",
            suggested_unit="市交通局",
            **head,
        ),
        "assignment": AssignmentList(
            letter("请按时办理。", attachments=["提案交办表"], has_seal=False),
            "提案交办表",
            [
                AssignmentRow(f"{n:04}", MATTER, "林㛃", "市城管局", "市交通局", "5月31日")
                for n in range(1, 31)
            ],
        ),
        "member_year": MemberYear(
            "政协示例市委员会", 2027, "吴𬱖", "女", facts=[("提案", "提交3件")]
        ),
        "report": Report(
            "提案工作统计",
            [
                Section.of(
                    "一、总体",
                    "共提交120件，提案人含林㛃。",
                    Table(["类别", "件数"], [["经济", "40"]], "表1", "注：截至年底。"),
                )
            ],
            issuer="提案委员会",
            date=date(2027, 12, 31),
            copies=["各专门委员会"],
        ),
    }
