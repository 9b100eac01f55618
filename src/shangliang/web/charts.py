"""Charts drawn on the server as SVG: they stand without script, print, and carry their own table.

Only for shape (distance to a line, position, flow over time); up to seven values a table says it
better. Bars begin at 0; a missing value is a gap, never 0; series differ by shape and dash, not by
colour alone. Sizes are SVG attributes and colours are classes, so a strict CSP holds.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from zlib import crc32

from django.utils.safestring import SafeString, mark_safe

WIDTH, ROW, PAD = 640, 26, 8
LABEL_W, VALUE_W = 120, 64
SERIES = (
    ("act", "", "circle"),
    ("near", "7 4", "triangle"),
    ("ok", "2 4", "square"),
    ("hint", "10 3 2 3", "diamond"),
    ("ink3", "1 3", "circle"),
)


@dataclass(frozen=True)
class Bar:
    """One bar. ``tone``: act ok near late mute; own item in act, others mute."""

    label: str
    value: float | None
    tone: str = "mute"


@dataclass(frozen=True)
class Series:
    """One line; ``values`` stand under the chart's labels one by one, ``None`` where missing."""

    name: str
    values: Sequence[float | None]


def number(value: float | None, digits: int | None = None) -> str:
    """A figure as text: thousands, a true minus, — when missing; decimals as given or ``digits``."""
    if value is None:
        return "—"
    text = f"{value:,.{digits}f}" if digits is not None else f"{value:,}"
    return text.replace("-", "−")


def ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round steps (1, 2, 5 × 10ⁿ) that cover low to high."""
    span = high - low or abs(high) or 1.0
    raw = span / about
    size = 10 ** math.floor(math.log10(raw))
    step = next(m * size for m in (1, 2, 5, 10) if m * size >= raw * 0.9)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(i * step, 10) for i in range(first, max(last, first + 1) + 1)]


def frame(kind: str, title: str, desc: str, height: float, body: list[str]) -> SafeString:
    """The svg element with its name and description for a screen reader."""
    key = f"{kind}{crc32((title + desc).encode()):x}"
    parts = [
        f'<svg class="chart" viewBox="0 0 {WIDTH} {height:g}" role="img" '
        f'aria-labelledby="{key}t {key}d">',
        f'<title id="{key}t">{escape(title)}</title><desc id="{key}d">{escape(desc)}</desc>',
        *body,
        "</svg>",
    ]
    return mark_safe("".join(parts))  # noqa: S308 - every text above went through escape()


def text(x: float, y: float, words: str, anchor: str = "start", extra: str = "ax") -> str:
    return f'<text class="{extra}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def bar_chart(
    title: str, bars: Sequence[Bar], unit: str = "", line: tuple[str, float] | None = None
) -> SafeString:
    """Horizontal bars from 0, with at most one labelled reference line ``(name, value)``."""
    known = [b.value for b in bars if b.value is not None] + ([line[1]] if line else [])
    marks = ticks(min([0.0, *known]), max([0.0, *known]))
    left, right = float(LABEL_W), float(WIDTH - VALUE_W)
    top = 24.0 if line else float(PAD)

    def x(value: float) -> float:
        return left + (value - marks[0]) / (marks[-1] - marks[0]) * (right - left)

    foot = top + ROW * len(bars)
    body = [f'<path class="s-line" d="M{x(m):.1f} {top:g}V{foot:g}"/>' for m in marks]
    for i, bar in enumerate(bars):
        y = top + ROW * i
        bold = "ax-b f-ink" if bar.tone == "act" else "ax"
        body.append(text(left - 8, y + 17, bar.label, "end", bold))
        if bar.value is None:
            body.append(text(x(0) + 6, y + 17, "缺"))
            continue
        start, end = sorted((x(0), x(bar.value)))
        body.append(
            f'<rect class="f-{bar.tone}" x="{start:.1f}" y="{y + 6:g}" '
            f'width="{end - start:.1f}" height="{ROW - 12}"/>'
        )
        words = number(bar.value)
        if bar.value >= 0:
            body.append(text(end + 6, y + 17, words, "start", f"{bold} halo"))
        else:
            body.append(text(start - 6, y + 17, words, "end", f"{bold} halo"))
    body.append(f'<path class="s-ink" d="M{x(0):.1f} {top:g}V{foot:g}"/>')
    body += [text(x(m), foot + 18, number(m) + unit, "middle") for m in marks]
    if line:
        at = x(line[1])
        body.append(
            f'<path class="s-ink" stroke-width="1.5" stroke-dasharray="5 4" d="M{at:.1f} {top - 4:g}V{foot:g}"/>'
        )
        body.append(text(at, 14, f"{line[0]} {number(line[1])}{unit}", "middle", "ax-b f-ink"))
    lowest = min((b for b in bars if b.value is not None), key=lambda b: b.value or 0, default=None)
    highest = max(
        (b for b in bars if b.value is not None), key=lambda b: b.value or 0, default=None
    )
    desc = f"{len(bars)} 项"
    if lowest and highest:
        desc += f"，最高 {highest.label} {number(highest.value)}{unit}，最低 {lowest.label} {number(lowest.value)}{unit}"
    return frame("b", title, desc, foot + 26, body)


def mark(shape: str, x: float, y: float, tone: str) -> str:
    """The shape that tells a series without its colour."""
    if shape == "circle":
        return f'<circle class="f-{tone}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>'
    outline = {
        "triangle": f"M{x:.1f} {y - 5:.1f}l5 9h-10z",
        "square": f"M{x - 4:.1f} {y - 4:.1f}h8v8h-8z",
        "diamond": f"M{x:.1f} {y - 5:.1f}l5 5-5 5-5-5z",
    }[shape]
    return f'<path class="f-{tone}" d="{outline}"/>'


def line_chart(
    title: str, labels: Sequence[str], series: Sequence[Series], unit: str = ""
) -> SafeString:
    """Lines over time, at most five; a missing value breaks the line; names stand at the end."""
    if len(series) > len(SERIES):
        raise ValueError(f"at most {len(SERIES)} lines fit one chart; got {len(series)}")
    known = [v for s in series for v in s.values if v is not None]
    marks = ticks(min(known, default=0.0), max(known, default=1.0))
    left, right, top, foot = 56.0, float(WIDTH - 110), 12.0, 252.0
    step = (right - left) / max(1, len(labels) - 1)

    def y(value: float) -> float:
        return foot - (value - marks[0]) / (marks[-1] - marks[0]) * (foot - top)

    body = []
    for m in marks:
        body.append(f'<path class="s-line" d="M{left:g} {y(m):.1f}H{right:g}"/>')
        body.append(text(left - 8, y(m) + 4, number(m), "end"))
    every = max(1, math.ceil(len(labels) / 8))
    body += [
        text(left + step * i, foot + 20, label, "middle")
        for i, label in enumerate(labels)
        if i % every == 0
    ]
    taken: list[float] = []
    for (tone, dash, shape), one in zip(SERIES, series, strict=False):
        points = [(left + step * i, y(v)) for i, v in enumerate(one.values) if v is not None]
        path, pen_down = "", False
        for i, v in enumerate(one.values):
            if v is None:
                pen_down = False
                continue
            path += f"{'L' if pen_down else 'M'}{left + step * i:.1f} {y(v):.1f}"
            pen_down = True
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        body.append(f'<path class="f-none s-{tone}" stroke-width="2"{dashed} d="{path}"/>')
        body += [mark(shape, px, py, tone) for px, py in points]
        if points:
            at = points[-1][1]
            while any(abs(at - t) < 16 for t in taken):
                at += 16 if at < foot - 20 else -16
            taken.append(at)
            body.append(text(right + 10, at + 4, one.name, "start", f"ax-b f-{tone}"))
    desc = f"{labels[0]}至{labels[-1]}，" if labels else ""
    desc += "；".join(f"{s.name} 末值 {number(s.values[-1])}{unit}" for s in series if s.values)
    return frame("l", title, desc, foot + 32, body)
