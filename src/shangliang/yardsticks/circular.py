"""主要经济指标通报, in its customary form: table with ranks in brackets, sentences on first and last, notes.

Form after the customary county circular (docs/field.md): completion or growth with the rank in brackets,
a dash where there is no figure, notes under the table, differences in percentage points.
"""

from django.db.models import Max

from ..engines.papers.official import Para, Report, Section, Table
from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from .comparing import Column, Comparison, shown
from .flow import MEASURE
from .models import Reading
from .queries import measures


def circular(seat: Seat, found: Comparison) -> Report:
    """The circular of one period, from the same figures as the page."""
    period = found.period.label(cumulative=True)
    # An indicator nobody has a figure of in this period is named below the table, not a column of dashes.
    said_at = [
        n for n, c in enumerate(found.columns) if any(v is not None for v in c.figures.values())
    ]
    columns = [found.columns[n] for n in said_at] or list(found.columns)
    silent = [c for c in found.columns if c not in columns]
    heads = ["县（市、区）", *(f"{c.yardstick.name}（{c.yardstick.unit}）" for c in columns)]
    rows = [
        [
            str(line.region),
            *(
                with_rank(cell.text, cell.rank.place if cell.rank else None, cell.change)
                for c, cell in zip(found.columns, line.cells, strict=True)
                if c in columns
            ),
        ]
        for line in found.lines
    ] + [
        [
            str(line.region),
            *(x.text for c, x in zip(found.columns, line.cells, strict=True) if c in columns),
        ]
        for line in found.background
    ]
    notes = [
        "括号内为全市位次，并列同位；↑↓为比上年同期升降的位数；“—”为未报，不补零、不参加排位。"
    ]
    notes += [
        f"注{n}　{row.reading.region}{row.reading.yardstick}：{row.text}（{row.get_kind_display()}，{state(row.state)}）"
        for n, row in found.notes
    ]
    notes += [f"{c.yardstick}：{c.computed}" for c in columns if c.computed]
    if silent:
        notes.append(f"这一期还没有数的指标：{'、'.join(str(c.yardstick) for c in silent)}。")
    older = [o for o in found.older if not any(f"{c.yardstick}（" in o for c in silent)]
    if older:
        notes.append(f"没有拿来比的旧数：{'、'.join(older)}。")
    notes.append(sources(seat, found))
    said = [sentence(c, found) for c in found.columns]
    sections = [
        Section("一、总体情况", [Para(s) for s in said if s]),
        Section("二、各县（市、区）情况", tables=[Table(heads, rows, note="\n".join(notes))]),
    ]
    behind = [
        f"{g.column.yardstick}低于全市{shown(abs(g.to_city), g.column.yardstick.decimals)}{points(g.column)}"
        for g in found.gap_rows
        if g.to_city is not None and g.to_city < 0
    ]
    if found.me and behind:
        sections.append(Section(f"三、{found.me}的差距", [Para("；".join(behind) + "。")]))
    if lines := measures_of(seat, found):
        sections.append(Section("落后项的举措", [Para(line) for line in lines]))
    if found.claims:
        sections.append(
            Section(
                "说法与数据（并列，不作判断）",
                [Para(f"“{c.text}”（{c.source}）。数据：{text}。") for c, text in found.claims],
            )
        )
    return Report(
        title=f"{period}各县（市、区）主要指标情况通报",
        sections=sections,
        issuer=seat.committee_name,
        date=today(),
    )


def sources(seat: Seat, found: Comparison) -> str:
    """数据来源：市统计局（10月22日）: whose figures these are, and of which day."""
    rows = (
        Reading.objects.filter(
            committee_id=seat.committee_id, period=found.period.code, current=True,
            yardstick_id__in=[c.yardstick.pk for c in found.columns],
        )
        .exclude(source="").order_by("source").values_list("source").annotate(last=Max("on"))
    )  # fmt: skip
    said = [f"{s}（{d.month}月{d.day}日）" if d else s for s, d in rows]
    return f"数据来源：{'、'.join(said)}。"


def measures_of(seat: Seat, found: Comparison) -> list[str]:
    """What the owner of each gap does about it, by when, how far; a gap without a measure is said."""
    rows = [g for g in found.gap_rows if g.gap is not None]
    mine: dict[int, list[str]] = {}
    for row in measures(seat).filter(gap_id__in=[g.gap.pk for g in rows if g.gap]).exclude(state="dropped"):  # fmt: skip
        day = f"{row.due_on.month}月{row.due_on.day}日前"
        mine.setdefault(row.gap_id, []).append(
            f"{row.text}（{row.owner}，{day}，{MEASURE.label_of(row.state)}）"
        )
    return [
        f"{found.me}{g.column.yardstick}：{'；'.join(mine.get(g.gap.pk, [])) or '还没有举措'}。"
        for g in rows
        if g.gap
    ]


def state(code: str) -> str:
    """Whether a note was looked at."""
    return {"accepted": "已核实", "given": "待核实", "returned": "请再说明"}.get(code, "待说明")


def with_rank(text: str, place: int | None, change: int | None) -> str:
    """5.8（2↑1）."""
    if place is None:
        return text
    arrow = "" if not change else f"↑{change}" if change > 0 else f"↓{-change}"
    return f"{text}（{place}{arrow}）"


def points(column: Column) -> str:
    """A difference of percentages is in points, never in per cent."""
    return "个百分点" if column.yardstick.unit == "%" else column.yardstick.unit


def sentence(column: Column, found: Comparison) -> str:
    """全市…，高于全省…；前三位…；后三位…."""
    yardstick = column.yardstick
    names = {r.pk: str(r) for r in found.regions}
    order = sorted(column.ranks.items(), key=lambda kv: kv[1].place)
    if not order:
        return ""
    parts = []
    if column.city is not None:
        said = f"{yardstick.name}全市{shown(column.city, yardstick.decimals)}{yardstick.unit}"
        if column.province is not None and yardstick.shape != "level":
            apart = column.city - column.province
            said += (
                "，与全省持平"
                if not apart
                else f"，{'高' if apart > 0 else '低'}于全省{shown(abs(apart), yardstick.decimals)}{points(column)}"
            )
        parts.append(said)
    else:
        parts.append(f"{yardstick.name}没有全市数")
    parts.append(
        "居前的是"
        + "、".join(
            f"{names[k]}（{shown(column.figures[k], yardstick.decimals)}{yardstick.unit}）"
            for k, r in order
            if r.place <= 3
        )
    )
    last = order[-1][1].place
    parts.append(
        "居后的是"
        + "、".join(
            f"{names[k]}（{shown(column.figures[k], yardstick.decimals)}{yardstick.unit}）"
            for k, r in order
            if r.place == last
        )
    )
    return "；".join(parts) + "。"
