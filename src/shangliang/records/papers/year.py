"""The yearly report (年度统计报告): sentences and tables from the same numbers as the page."""

from django.utils import timezone

from ...engines.papers.official import Report, Section, Table
from ...procedures.seat import Seat
from ..statistics import Block, Line, Year


def shown(line: Line, value: float | int | None) -> str:
    """A cell: per cent with its sign, — where there is nothing to say."""
    if value is None:
        return "—"
    return f"{value}%" if line.unit == "%" else str(value)


def table(block: Block, year: Year) -> Table:
    """One block with a column a session."""
    heads = [f"{s}（{s.year}）" for s in year.sessions]
    rows = [
        [("　" if line.indent else "") + line.label, *(shown(line, v) for v in line.values)]
        for line in block.lines
    ]
    return Table(["项目", *heads], rows, caption=block.title, note=block.note)


def summary(year: Year) -> str:
    """The first paragraph, as yearly reports begin."""
    n = year.n[year.session.pk]
    text = (
        f"{year.session.full_name}以来，共收到提案{n['received']}件。"
        f"经审查，立案{n['filed']}件，并案{n['merged']}件，"
        f"转社情民意和来信{n['to_report'] + n['to_letter']}件，不予立案{n['not_filed']}件，"
        f"撤案{n['withdrawn']}件，尚在审查或修改的{n['in_review'] + n['returned']}件。"
        f"立案提案中，委员提案{n['by_members']}件，集体提案{n['collective']}件。"
    )
    if n["assigned"]:
        text += f"已交办{n['assigned']}件，已办复{n['replied']}件。"
    if n["promised"]:
        text += f"答复承诺事项{n['promised']}项，已核实兑现{n['promise_kept']}项。"
    return text


def units(year: Year) -> Table:
    """Units in stroke order, never by score."""
    rows = [
        [u.name, *(str(u.n[k]) for k in ("unit_lead", "unit_co", "unit_done", "unit_late"))]
        for u in year.units
    ]
    return Table(
        ["承办单位", "主办", "会办", "已办复", "逾期"],
        rows,
        caption="各单位承办情况",
        note="按单位名称笔画排列，不作排名。",
    )


def report(seat: Seat, year: Year) -> Report:
    """Typed content for Word and PDF."""
    sections = [Section.of("一、总的情况", summary(year))]
    sections.append(Section("二、分项统计", tables=[table(block, year) for block in year.blocks]))
    if year.units:
        sections.append(Section("三、承办单位", tables=[units(year)]))
    return Report(
        title=f"{seat.committee_name}{year.session}提案工作统计",
        subtitle=f"截至{timezone.localdate():%Y年%-m月%-d日}",
        sections=sections,
        issuer=seat.committee_name,
        date=timezone.localdate(),
    )
