"""A sample of each paper: what a new template is tried out with, and shown as."""

from datetime import date

from ...documents.paper_templates import PAPERS
from ...engines.papers.official import (
    AssignmentList,
    AssignmentRow,
    Bulletin,
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
    Tick,
    TransferSheet,
    paragraphs,
)

SESSION = "第十五届委员会第二次会议"
TITLE = "关于健全加装电梯后续管养机制的提案"
DAY = date(2027, 5, 7)


def letter(title: str, to: str) -> Letter:
    text = "收悉。现逐条答复如下：\n一、关于制定管养协议\n已印发示范文本。\n二、关于周转金\n列入年中预算。"
    return Letter(
        issuer_mark="示例市住房和城乡建设局",
        number="示建函〔2027〕41号",
        title=title,
        addressee=to,
        paragraphs=paragraphs(text),
        issuer="示例市住房和城乡建设局",
        date=DAY,
        contact="建设管理科，0000-1234567",
        copies=["示例市政协提案委员会", "示例市财政局"],
        grade_mark="B　全文公开",
    )


def sample(key: str) -> Paper:
    """One filled paper of a kind; names are invented, 䶮 and 㛃 stand for rare characters."""
    if key == "proposal":
        return ProposalPrint(
            committee="中国人民政治协商会议示例市委员会",
            session=SESSION,
            year=2027,
            number="0131",
            class_number="社会建设类12号",
            title=TITLE,
            proposers=[Proposer("欧阳䶮", "经济界"), Proposer("林㛃", "教育界")],
            situation="全市已装电梯三百余台，有十二台停用。",
            analysis="装时没有约定维保由谁出钱。",
            asks=["制定管养协议示范文本。", "设立应急维修周转金。"],
            seconders=["苏晚禾"],
            consent="同意",
            units_suggested=["示例市住房和城乡建设局"],
            review_opinion="立案，主办：市住建局；会办：市财政局。",
            received=DAY,
        )
    if key == "transfer":
        return TransferSheet(
            committee="中国人民政治协商会议示例市委员会",
            session=SESSION,
            number="第0131号",
            title=TITLE,
            proposers="欧阳䶮等2人",
            units="主办：市住建局；会办：市财政局",
            review_opinion="立案。",
            distributing_opinion="请按承办要求办理。",
            grades=[Tick("A 已解决", True), Tick("B 列入计划"), Tick("C 留作参考")],
            due=DAY,
            requirements=["答复前须与提案者沟通。", "逐条答复。"],
        )
    if key == "opinion":
        return letter("关于市政协十五届二次会议\n第0131号提案的会办意见", "示例市住房和城乡建设局")
    if key == "feedback":
        return FeedbackForm(
            session=SESSION,
            number="第0131号",
            title=TITLE,
            proposer="欧阳䶮等2人",
            unit="示例市住房和城乡建设局",
            return_to="请寄回提案委员会。",
        )
    if key == "return":
        return ReturnRequest(
            unit="示例市民政局",
            session=SESSION,
            number="第0131号",
            title=TITLE,
            role="会办",
            reason="不属本单位职责。",
            suggested_unit="示例市市场监督管理局",
            date=DAY,
        )
    if key == "extension":
        return ExtensionRequest(
            unit="示例市住房和城乡建设局",
            session=SESSION,
            number="第0131号",
            title=TITLE,
            due=DAY,
            asked_until=date(2027, 6, 30),
            reason="示范文本须征求各区意见。",
        )
    if key == "assignment":
        return AssignmentList(
            letter=letter("关于交办市政协十五届二次会议提案的通知", "各承办单位"),
            list_title="交办提案一览表",
            rows=[AssignmentRow("0131", TITLE, "欧阳䶮等", "市住建局", "市财政局", "2027-6-30")],
        )
    if key == "member_year":
        return MemberYear(
            committee="中国人民政治协商会议示例市委员会",
            year=2027,
            name="欧阳䶮",
            facts=[("提交提案", "2 件"), ("参加会议", "6 次")],
        )
    if key == "report":
        table = Table(["类别", "件数"], [["社会建设", "52"], ["经济建设", "41"]], "表1　立案分类")
        return Report(
            title="关于提案办理情况的报告",
            sections=[Section.of("一、总体情况", "今年共立案一百四十件。", table)],
            issuer="示例市政协提案委员会",
            date=DAY,
        )
    if key == "bulletin":
        return Bulletin(
            masthead="社情民意",
            number="第12期",
            total="总第88期",
            issuer="示例市政协办公室",
            date=DAY,
            title="关于理清背街小巷路灯归属的建议",
            paragraphs=paragraphs("老城三条小巷路灯多半不亮。\n建议一盏灯一个责任单位。"),
            to=["示例市委办公室", "示例市政府办公室"],
            editor="林㛃",
            signer="欧阳䶮",
        )
    assert key in PAPERS
    return letter("关于市政协十五届二次会议\n第0131号提案的答复", "欧阳䶮等2位委员")
