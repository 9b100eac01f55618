"""The monthly notice as a paper: sentences and a table from the same figures as the page."""

from ..engines.papers.official import Report, Section, Table
from ..procedures.seat import Seat
from .circular import KEYS, Line, Notice


def names(lines: list[Line]) -> str:
    return "、".join(line.name for line in lines)


def summary(notice: Notice) -> str:
    """What happened, who is first and last."""
    n = notice.totals
    text = (
        f"截至{notice.until.month}月{notice.until.day}日，督办台账在办{n['open']}项，"
        f"本月核实销号{n['closed']}项，逾期未结{n['late']}项。"
        f"已到期{n['due']}项，其中按期报结{n['kept']}项。"
    )
    if notice.first:
        text += f"按期率最高的是{names(notice.first)}，为{notice.first[0].rate}%。"
    if notice.last:
        text += f"最低的是{names(notice.last)}，为{notice.last[0].rate}%。"
    return text


def circular_paper(seat: Seat, notice: Notice) -> Report:
    """Typed content for Word and PDF."""
    rows = [
        [
            str(line.rank or "—"),
            line.name,
            *(str(line.n(key)) for key in KEYS),
            "—" if line.rate is None else f"{line.rate}%",
            line.change_words,
        ]
        for line in notice.lines
    ]
    table = Table(
        ["位次", "单位", *KEYS.values(), "按期率", "比上月"],
        rows,
        caption="各单位办理情况",
        note="按期率＝按期报结÷已到期。没有到期任务的不排位次，并列的位次相同。",
    )
    sections = [Section.of("一、总的情况", summary(notice)), Section("二、各单位", tables=[table])]
    said = [
        [line.name, notice.said[line.unit].text, f"{notice.said[line.unit].on:%Y-%m-%d}"]
        for line in notice.lines
        if line.unit in notice.said
    ]
    if said:
        sections.append(Section("三、单位的说明", tables=[Table(["单位", "说明", "日期"], said)]))
    return Report(
        title=f"{notice.month.year}年{notice.month.month}月督办情况通报",
        subtitle="" if notice.issued else "（未印发）",
        sections=sections,
        issuer=seat.committee_name,
        date=notice.until,
    )
