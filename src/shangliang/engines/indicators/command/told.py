"""What was found, as plain data for programs (docs/developer/gaps.md) and as a page for people."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ..analysis import Analysis, Block, signs

MOST = 50  # doubts a page prints


def number(value: Decimal | None, places: int = 6) -> float | None:
    return None if value is None else round(float(value), places)


def as_json(found: Analysis) -> dict[str, Any]:
    """Plain data: ranks, means, contributions, gaps, conflicts, flags."""
    return {
        "ranks": [row for block in found.blocks for row in _ranks(block)],
        "means": [_mean(block) for block in found.blocks],
        "contributions": [row for block in found.blocks if (row := _contribution(block))],
        "gaps": [row for block in found.blocks for row in _gaps(block)],
        "conflicts": [
            {"region": c.region, "indicators": [c.one, c.other], "values": [number(c.one_value), number(c.other_value)], "question": c.question}
            for c in found.conflicts
        ],
        "flags": [
            {k: v for k, v in {"code": f.code, "kind": f.kind, "words": f.words, "stops": f.stops, "region": f.region,
             "indicator": f.indicator, "period": f.period, "row": f.row}.items() if v not in ("", None)}
            for f in found.flags
        ],
    }  # fmt: skip


def _place(block: Block) -> dict[str, Any]:
    return {
        "indicator": block.definition.code,
        "period": block.period,
        "unit": block.definition.unit,
    }


def _ranks(block: Block) -> list[dict[str, Any]]:
    rows = []
    for region, value in block.figures.items():
        rank = block.ranks.get(region)
        rows.append(
            _place(block)
            | {
                "region": region,
                "value": number(value),
                "rank": rank.place if rank else None,
                "tied_with": rank.tied if rank else None,
                "among": rank.among if rank else None,
            }
        )
    return sorted(rows, key=lambda r: (r["rank"] is None, r["rank"] or 0))


def _mean(block: Block) -> dict[str, Any]:
    return _place(block) | {
        "stated": number(block.stated),
        "province": number(block.province),
        "weighted": number(block.mean.value) if block.mean else None,
        "by_weights": block.by_weights,
        "refused": block.refused or None,
        "coverage": number(block.mean.coverage) if block.mean else None,
        "direction": block.definition.direction.value,
        "signs": signs(block),
    }


def _contribution(block: Block) -> dict[str, Any] | None:
    found = block.decomposition
    if found is None:
        return None
    return _place(block) | {
        "total": number(found.total, 12),
        "parts": [
            {"region": p.keys[0], "share": number(p.share), "rate": number(p.rate), "points": number(p.points, 12)}
            for p in found.parts
        ],
        "unexplained": number(found.unexplained, 12),
        "missing": [k[0] for k in found.missing],
        "points_unit": "个百分点",
    }  # fmt: skip


def _gaps(block: Block) -> list[dict[str, Any]]:
    unit = block.definition.difference_unit
    return [
        {
            "indicator": block.definition.code,
            "period": block.period,
            "region": region,
            "value": number(line.value),
            "reference": number(block.reference),
            "to_mean": number(line.to_mean),
            "best": line.best,
            "to_best": number(line.to_best),
            "unit": unit,
        }
        for region, line in block.gaps.items()
    ]


def written(value: Decimal | None) -> str:
    """A figure as it came, without an exponent; the zeros of a converted one are dropped."""
    if value is None:
        return "缺"
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if len(text.partition(".")[2]) > 2 else text


def beside(block: Block, region: str) -> str:
    """How far a region is from the city's own figure or the mean; ahead is positive."""
    line = block.gaps.get(region)
    if line is None or line.to_mean is None:
        return ""
    way = "领先" if line.to_mean > 0 else "落后" if line.to_mean < 0 else "持平"
    far = written(abs(line.to_mean)) + block.definition.difference_unit if line.to_mean else ""
    return f"  {way}{far}"


def summary(found: Analysis) -> str:
    """A page for people."""
    out = []
    for block in found.blocks:
        way = {"higher": "越高越好", "lower": "越低越好", "none": "不比高低"}[
            block.definition.direction.value
        ]
        out.append(
            f"\n{block.definition.name}（{block.period}，{block.definition.unit or '无单位'}，{way}）"
        )
        rows = sorted(block.ranks.items(), key=lambda item: item[1].place)
        out += [
            f"  {rank!s:>8}  {region}  {written(block.figures[region])}{beside(block, region)}"
            for region, rank in rows
        ]
        if block.stated is not None:
            out.append(f"  公布的全市数：{written(block.stated)}")
        if block.reference is not None:
            out.append(
                f"  领先、落后是和{'公布的全市数' if block.stated is not None else '平均'}比"
            )
        if block.mean:
            way = "加权平均" if block.by_weights else "平均（总量，各地一样算）"
            out.append(f"  {way}：{block.mean.value:.2f}")
        elif block.refused:
            out.append(f"  {block.refused}")
    out.append(f"\n疑点 {len(found.flags)} 处")
    out += [f"  [{f.kind}] {f.words}" for f in found.flags[:MOST]]
    if len(found.flags) > MOST:
        out.append(f"  还有 {len(found.flags) - MOST} 处，用 --json 看全部")
    return "\n".join(out).lstrip() + "\n"
