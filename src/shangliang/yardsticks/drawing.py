"""Distance to a line, drawn on the server: one dot a region, its own in blue, the line dashed."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from ..web.charts import LABEL_W, ROW, VALUE_W, WIDTH, frame, number, text, ticks


@dataclass(frozen=True)
class Dot:
    """One region's figure; ``None`` is missing, not 0."""

    label: str
    value: float | None
    mine: bool = False


def distance_chart(
    title: str, dots: Sequence[Dot], line: tuple[str, float] | None, unit: str, decimals: int = 1
) -> SafeString:
    """Dots from best to worst with their distance to a named line; 0 is drawn where it is in sight."""
    known = [d.value for d in dots if d.value is not None] + ([line[1]] if line else [])
    marks = ticks(min(known, default=0.0), max(known, default=1.0))
    left, right, top = float(LABEL_W) + 34, float(WIDTH - VALUE_W), 30.0
    foot = top + ROW * len(dots) + 6

    def x(value: float) -> float:
        return left + (value - marks[0]) / (marks[-1] - marks[0]) * (right - left)

    body = []
    for mark in marks:
        body.append(f'<path class="s-line" d="M{x(mark):.1f} {top:g}V{foot:g}"/>')
        body.append(text(x(mark), foot + 18, number(mark) + unit, "middle"))
    if marks[0] < 0 < marks[-1]:
        body.append(f'<path class="s-ink" d="M{x(0):.1f} {top:g}V{foot:g}"/>')
    if line:
        at = x(line[1])
        body.append(
            f'<path class="s-ink" stroke-width="1.5" stroke-dasharray="5 4" d="M{at:.1f} {top - 4:g}V{foot:g}"/>'
        )
        body.append(
            text(at, 16, f"{line[0]} {number(line[1], decimals)}{unit}", "middle", "ax-b f-ink")
        )
    for n, dot in enumerate(dots):
        y = top + ROW * n + 17
        bold = "ax-b f-ink" if dot.mine else "ax"
        body.append(text(left - 42, y + 5, dot.label, "end", bold))
        if dot.value is None:
            body.append(text(left, y + 5, "缺"))
            continue
        here = x(dot.value)
        start = x(line[1]) if line else x(max(marks[0], min(0.0, marks[-1])))
        tone = "act" if dot.mine else "mute"
        stroke = "act" if dot.mine else "edge"
        body.append(
            f'<path class="s-{stroke}" stroke-width="2" d="M{start:.1f} {y:g}H{here:.1f}"/>'
        )
        body.append(
            f'<circle class="f-{tone}" cx="{here:.1f}" cy="{y:g}" r="{6 if dot.mine else 4.5}"/>'
        )
        words = number(dot.value, decimals)
        ahead = dot.value >= (line[1] if line else 0)
        body.append(
            text(
                here + (11 if ahead else -11),
                y + 5,
                words,
                "start" if ahead else "end",
                f"{bold} halo",
            )
        )
    said = [d for d in dots if d.value is not None]
    desc = f"{len(dots)} 个地区"
    if said:
        first, last = said[0], said[-1]
        desc += f"，从{first.label} {number(first.value, decimals)}{unit}到{last.label} {number(last.value, decimals)}{unit}"
    if line:
        desc += f"，{line[0]} {number(line[1], decimals)}{unit}"
    return frame("d", title, desc, foot + 26, body)
