"""``shangliang gaps FIGURES.csv --weights WEIGHTS.csv --json OUT``: without a database, at once."""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from .analysis import Analysis, Block, analyse, signs
from .cell import read_cell
from .definition import Direction
from .doubts import Figure
from .flags import Flag, flag
from .grid import LONG
from .periods import of_code, parse

NEEDED = ("region", "indicator", "period", "value")


class Unreadable(ValueError):
    """The file is not what it should be; ``str()`` says what is."""


def main(words: list[str] | None = None) -> int:
    """Returns 0; 2 when a file cannot be read. Flags do not fail: they are the result."""
    parser = argparse.ArgumentParser(
        prog="shangliang gaps",
        description="读一张指标表（region,indicator,period,value,unit），给出位次、加权平均、贡献、差距和疑点。",
    )
    parser.add_argument("figures", help="指标表 .csv（UTF-8 或 GB18030；- 为标准输入）")
    parser.add_argument("--weights", help="权数表 .csv：region,weight 或 region,indicator,weight")
    parser.add_argument("--json", metavar="OUT", help="写成 JSON 文件；- 为标准输出")
    parser.add_argument(
        "--lower", action="append", default=[], metavar="指标", help="越低越好的指标，可写多次"
    )
    asked = parser.parse_args(sys.argv[2:] if words is None else words)
    try:
        table = load(asked.figures)
        figures, flags = read_figures(table)
        weights = read_weights(load(asked.weights)) if asked.weights else None
    except (Unreadable, OSError, UnicodeDecodeError) as error:
        said = error.strerror if isinstance(error, OSError) and error.strerror else error
        sys.stderr.write(f"读不了：{said}\n")
        return 2
    found = analyse(figures, weights, lower=asked.lower, directions=read_directions(table))
    found.flags[:0] = flags
    data = as_json(found)
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    if asked.json == "-":
        _say(text)
    elif asked.json:
        try:
            Path(asked.json).write_text(text, encoding="utf-8")
        except OSError as error:
            sys.stderr.write(f"写不进 {asked.json}：{error.strerror}\n")
            return 2
        _say(f"已写入 {asked.json}：{len(found.blocks)} 组数，{len(found.flags)} 处疑点\n")
    else:
        _say(summary(found))
    return 0


def load(path: str) -> list[list[str]]:
    """Rows of a CSV in either of the encodings bureaux use; tabs and semicolons are seen."""
    data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise Unreadable("文件不是 UTF-8 也不是 GB18030 编码。")
    if "\x00" in text:
        raise Unreadable("这不是 CSV 文件，请在表格软件里另存为 CSV。")
    first = text.split("\n", 1)[0]
    comma = max(",\t;", key=first.count)
    return [
        row
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=comma)
        if any(c.strip() for c in row)
    ]


def read_figures(rows: list[list[str]]) -> tuple[list[Figure], list[Flag]]:
    """Figures and what could not be read, each with its row number in the file."""
    if not rows:
        raise Unreadable("表是空的。")
    places = heads(rows[0])
    if lacking := [n for n in NEEDED if n not in places]:
        raise Unreadable(f"表头缺{'、'.join(lacking)}。应有 region,indicator,period,value,unit。")
    figures: list[Figure] = []
    flags: list[Flag] = []
    for number, row in enumerate(rows[1:], 2):
        said = {key: row[at].strip() if at < len(row) else "" for key, at in places.items()}
        if len(row) > len(rows[0]) and any(c.strip() for c in row[len(rows[0]) :]):
            flags.append(
                flag(
                    "shifted_column", f"第{number}行多出一列，可能错了位，没有取。", stops=True
                ).at(row=number)
            )
            continue
        if not said["region"] or not said["indicator"]:
            flags.append(
                flag(
                    "shifted_column", f"第{number}行缺地区或指标，可能错了位，没有取。", stops=True
                ).at(row=number)
            )
            continue
        place = {"region": said["region"], "indicator": said["indicator"], "row": number}
        period = _period(said["period"])
        if period is None:
            flags.append(
                flag("period_unknown", f"看不出“{said['period']}”是哪个期间。", stops=True).at(
                    **place
                )
            )
            continue
        cell = read_cell(said["value"])
        flags.extend(f.at(period=period, **place) for f in cell.flags)
        if not cell.readable:
            figures.append(
                Figure(
                    said["region"], said["indicator"], period, None, said.get("unit", ""), number
                )
            )
            continue
        unit = said.get("unit", "")
        if cell.unit and unit and cell.unit != unit:
            flags.append(
                flag("percent_points" if {cell.unit, unit} == {"%", "个百分点"} else "unit",
                     f"单位列写{unit}，数后面写{cell.unit}，没有取。", stops=True).at(period=period, **place)
            )  # fmt: skip
            figures.append(Figure(said["region"], said["indicator"], period, None, unit, number))
            continue
        figures.append(
            Figure(said["region"], said["indicator"], period, cell.value, unit or cell.unit, number)
        )
    return figures, flags


WAYS = {
    "higher": Direction.HIGHER, "越高越好": Direction.HIGHER, "正": Direction.HIGHER,
    "lower": Direction.LOWER, "越低越好": Direction.LOWER, "负": Direction.LOWER, "逆": Direction.LOWER,
    "none": Direction.NONE, "不比高低": Direction.NONE,
}  # fmt: skip
WAY_HEADS = {"direction", "方向", "高低", "指标方向"}


def read_directions(rows: list[list[str]]) -> dict[tuple[str, str], Direction]:
    """{(indicator, period): which way is good} where the table has a column that says so."""
    if not rows:
        return {}
    at = next((n for n, w in enumerate(rows[0]) if "".join(w.split()).lower() in WAY_HEADS), None)
    places = heads(rows[0])
    if at is None or "indicator" not in places or "period" not in places:
        return {}
    found: dict[tuple[str, str], Direction] = {}
    for row in rows[1:]:
        way = WAYS.get(row[at].strip().lower()) if at < len(row) else None
        period = _period(row[places["period"]].strip()) if places["period"] < len(row) else None
        if way is not None and period:
            found[row[places["indicator"]].strip(), period] = way
    return found


def read_weights(rows: list[list[str]]) -> dict[str, dict[str, Decimal]]:
    """{indicator or "": {region: weight}}."""
    if not rows:
        raise Unreadable("权数表是空的。")
    head = [w.strip().lower() for w in rows[0]]
    names = {
        "region": LONG["region"],
        "indicator": LONG["indicator"],
        "weight": {"weight", "权数", "权重", "share", "比重", "base", "基期总量", "上年总量"},
    }
    at = {k: next((i for i, w in enumerate(head) if w in v), None) for k, v in names.items()}
    if at["region"] is None or at["weight"] is None:
        raise Unreadable("权数表应有 region,weight（可加 indicator）。")
    out: dict[str, dict[str, Decimal]] = {}
    for number, row in enumerate(rows[1:], 2):
        cells = row + [""] * len(head)
        read = read_cell(cells[at["weight"]])
        if read.value is None:
            raise Unreadable(f"权数表第{number}行“{cells[at['weight']]}”不是一个数。")
        name = cells[at["indicator"]].strip() if at["indicator"] is not None else ""
        region = cells[at["region"]].strip()
        mine = out.setdefault(name, {})
        if region in mine:
            raise Unreadable(f"权数表里{region}出现了两次。")
        mine[region] = read.value
    return out


def heads(row: list[str]) -> dict[str, int]:
    """Which column is which, by English or Chinese heads."""
    said = ["".join(w.split()).lower() for w in row]
    places: dict[str, int] = {}
    for key, names in LONG.items():
        found = next(
            (i for i, w in enumerate(said) if w in names and i not in places.values()), None
        )
        if found is not None:
            places[key] = found
    return places


def _period(text: str) -> str | None:
    try:
        return of_code(text).code
    except ValueError:
        found = parse(text)
        return found.code if found else None


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
        out += [f"  {rank!s:>8}  {region}  {block.figures[region]}" for region, rank in rows]
        if block.stated is not None:
            out.append(f"  公布的全市数：{block.stated}")
        if block.mean:
            out.append(f"  加权平均：{block.mean.value:.2f}")
        elif block.refused:
            out.append(f"  {block.refused}")
    out.append(f"\n疑点 {len(found.flags)} 处")
    out += [f"  [{f.kind}] {f.words}" for f in found.flags[:50]]
    return "\n".join(out).lstrip() + "\n"


def _say(words: str) -> None:
    """UTF-8 whatever the terminal's language is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(words.encode("utf-8"))
    sys.stdout.buffer.flush()
