"""Charts in a template, each with its table: the picture shows the shape, the table can be quoted."""

from collections.abc import Callable, Sequence
from typing import Any

from django.template.loader import render_to_string

from shangliang.web import charts


def bars(
    title: str,
    rows: Sequence[charts.Bar],
    unit: str = "",
    line_name: str = "",
    line_value: float | None = None,
    head: str = "项目",
    table: bool = True,
) -> str:
    """A bar chart with its table twin. ``table=False`` only where the page has the table already."""
    line = (line_name, line_value) if line_value is not None else None
    cells = [(bar.label, [charts.number(bar.value)]) for bar in rows]
    if line:
        cells.append((line[0], [charts.number(line[1])]))
    svg = charts.bar_chart(title, rows, unit, line)
    return figure(title, svg, [head, f"数值（{unit}）" if unit else "数值"], cells, table)


def lines(
    title: str,
    labels: Sequence[str],
    series: Sequence[charts.Series],
    unit: str = "",
    head: str = "时间",
    table: bool = True,
) -> str:
    """A line chart with its table twin, one column a series."""
    cells = [
        (label, [charts.number(s.values[i]) for s in series]) for i, label in enumerate(labels)
    ]
    names = [f"{s.name}（{unit}）" if unit else s.name for s in series]
    return figure(
        title, charts.line_chart(title, labels, series, unit), [head, *names], cells, table
    )


def figure(
    title: str, svg: str, heads: list[str], cells: list[tuple[str, list[str]]], table: bool
) -> str:
    parts: dict[str, Any] = {"title": title, "svg": svg, "heads": heads, "rows": cells}
    return render_to_string("parts/chart.html", parts | {"table": table})


TAGS: dict[str, Callable[..., Any]] = {"bar_chart": bars, "line_chart": lines}
