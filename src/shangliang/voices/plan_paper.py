"""共同计划 as a paper: aims with plan and done, who does what by when, visits (S-077)."""

from ..engines.papers.official import Report, Section, Table
from ..procedures.office_calendar import today
from .models import Charge

AIMS = ["项", "事项", "计划", "完成", "截至", "数从哪里来"]
WORK = ["序", "要做的事", "本会做什么", "乡镇做什么", "有关单位", "时限", "结果"]


def plan_of(charge: Charge, issuer: str) -> Report:
    """As agreed; numbers carry their source."""
    lines = [
        [line.get_kind_display(), line.title, number(line.plan, line.unit),
         number(line.done, line.unit), f"{line.on:%Y-%m-%d}", line.source]
        for line in charge.lines.all()
    ]  # fmt: skip
    items = [
        [str(n), item.what, item.ours, item.theirs, str(item.unit or "—"),
         f"{item.due_on:%Y-%m-%d}", item.result if item.done_on else "在做"]
        for n, item in enumerate(charge.plan.select_related("unit"), 1)
    ]  # fmt: skip
    visits = "\n".join(
        f"{v.on:%Y-%m-%d} {v.way}（{v.by.name}）：{v.note}"
        for v in charge.visits.select_related("by")[:30]
    )
    agreed = (
        f"{charge.agreed_on:%Y年%-m月%-d日}与{charge.agreed_with}共同商定。"
        if charge.agreed_on
        else "还没有共同商定。"
    )
    who = f"{charge.leader.name}包联，{charge.start:%Y年%-m月%-d日}起。{agreed}"
    return Report(
        title=f"{charge.name}共同帮扶计划",
        sections=[
            Section.of("一、包联", who + (f"依据：{charge.basis}。" if charge.basis else "")),
            tabled("二、目标和进度", AIMS, lines),
            tabled("三、分工", WORK, items),
            Section.of("四、走访", visits or "还没有去过。"),
        ],
        issuer=issuer,
        date=today(),
    )  # fmt: skip


def tabled(heading: str, head: list[str], rows: list[list[str]]) -> Section:
    """A part with its table; nothing yet is said in words."""
    return Section.of(heading, "", Table(head, rows)) if rows else Section.of(heading, "还没有写。")


def number(value: object, unit: str) -> str:
    """12.5 万元; a dash where nothing is written."""
    if value is None:
        return "—"
    return f"{value:f}".rstrip("0").rstrip(".") + unit  # type: ignore[str-format]
