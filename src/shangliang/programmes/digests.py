"""What a sheet says as a whole: a table with what must catch the eye, one function for each kind."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..procedures.office_calendar import today
from ..yardsticks.ledgers.digests import Digest, Table, plain
from .book import Sheet
from .models import Contributor, Item, Undertaking

# Titles a month names before it only counts.
MOST_NAMED = 8
MONTHS_3 = 92  # days after which "still there" is asked


@dataclass
class Given:
    """What a digest works with: the sheet's rows that count, and the whole programme's."""

    sheet: Sheet
    rows: Sequence[Item]
    every: Sequence[Item]
    partners: Sequence[Contributor]
    lines: Sequence[Undertaking]


def num(row: Item, code: str) -> Decimal | None:
    """A number of a row."""
    said = row.data.get(code)
    return Decimal(said) if said not in (None, "") else None


def summed(rows: Sequence[Item], code: str) -> Decimal:
    return sum((num(r, code) or Decimal(0) for r in rows), Decimal(0))


def of_partner(given: Given) -> list[tuple[Contributor, list[Item]]]:
    """Each partner with its rows."""
    mine: dict[int | None, list[Item]] = defaultdict(list)
    for row in given.rows:
        mine[row.partner_id].append(row)
    return [(p, mine[p.pk]) for p in given.partners]


def bare(given: Given, words: str) -> list[str]:
    """Partners still taking part of whom there is nothing."""
    names = [str(p) for p, mine in of_partner(given) if not mine and not p.left_on]
    return [f"{words}：{'、'.join(names)}。"] if names else []


def gifts(given: Given) -> Digest:
    """What each partner gave, and of what kind; every row has its evidence."""
    heads = ["参加方", "笔数", "折合金额（元）", "受益人数"]
    rows = [
        [str(p), len(mine), plain(summed(mine, "money"), 2), plain(summed(mine, "people"), 0)]
        for p, mine in of_partner(given)
    ]
    foot = ["合计", len(given.rows), plain(summed(given.rows, "money"), 2), plain(summed(given.rows, "people"), 0)]  # fmt: skip
    return Digest([Table("各参加方给了什么", heads, rows, foot), kinds_of(given)], bare(given, "还没有记录的参加方"))  # fmt: skip


def kinds_of(given: Given) -> Table:
    """Rows and total by the sheet's group."""
    group, total = given.sheet.field(given.sheet.group), given.sheet.field(given.sheet.total)
    rows = []
    for choice in group.choices if group else ():
        mine = [r for r in given.rows if r.data.get(given.sheet.group) == choice]
        if mine:
            rows.append([choice, len(mine), plain(summed(mine, given.sheet.total), 2)])
    return Table("按类别", ["类别", "笔数", total.label if total else "合计"], rows)


def count(given: Given) -> Digest:
    """How many in each year."""
    years = Counter(r.on.year for r in given.rows)
    return Digest([Table("按年", ["年份", f"{given.sheet.row}数"], [[str(y), n] for y, n in sorted(years.items())])] if years else [])  # fmt: skip


def by_partner(given: Given) -> Digest:
    """How much each partner did, and the newest."""
    rows = [[str(p), len(mine), mine[0].title if mine else "—"] for p, mine in of_partner(given)]
    return Digest([Table("各参加方", ["参加方", "几件", "最近一件"], rows)] if rows else [], bare(given, "还没有成果的参加方"))  # fmt: skip


def years(given: Given) -> Digest:
    """Year by kind, with how many people it reached."""
    group = given.sheet.field(given.sheet.group)
    assert group is not None
    cells: Counter[tuple[int, str]] = Counter()
    reached: dict[int, Decimal] = defaultdict(Decimal)
    for row in given.rows:
        cells[row.on.year, row.data.get(group.code, "")] += 1
        reached[row.on.year] += num(row, given.sheet.total) or 0
    rows = [
        [str(y), *[cells[y, c] or "" for c in group.choices], sum(cells[y, c] for c in group.choices), plain(reached[y], 0)]
        for y in sorted(reached)
    ]  # fmt: skip
    foot = ["合计", *[sum(n for (_, x), n in cells.items() if x == c) for c in group.choices], len(given.rows), plain(sum(reached.values(), Decimal(0)), 0)]  # fmt: skip
    total = given.sheet.field(given.sheet.total)
    if not rows:
        return Digest([])
    return Digest([
        Table("按年和类别", ["年份", *group.choices, "合计", total.label if total else ""], rows, foot),
        calendar(given.rows),
    ])  # fmt: skip


def calendar(held: Sequence[Item]) -> Table:
    """The latest year month by month: the day, what, where."""
    year = max(row.on.year for row in held)
    months: dict[int, list[Item]] = defaultdict(list)
    for row in held:
        if row.on.year == year:
            months[row.on.month].append(row)
    rows = []
    for month in sorted(months):
        named = sorted(months[month], key=lambda r: (r.on, r.title))
        words = "；".join(f"{r.on.day} 日 {r.title}" for r in named[:MOST_NAMED])
        more = f"；等 {len(named)} 场" if len(named) > MOST_NAMED else ""
        rows.append([f"{month} 月", len(named), words + more])
    return Table(f"{year} 年逐月", ["月", "几场", "哪天做什么"], rows)


def volumes(given: Given) -> Digest:
    """Volume by volume what is placed in it; what waits, and for what."""
    placed = ("placed", "printed")
    inside: dict[str, list[Item]] = defaultdict(list)
    for row in given.rows:
        if row.step in placed:
            inside[row.data.get("volume") or "没有写卷名"].append(row)
    rows = [
        [v, len(mine), sum(r.step == "printed" for r in mine), "；".join(r.title for r in mine[:8])]
        for v, mine in sorted(inside.items())
    ]
    tables = [Table("各卷", ["卷", "篇数", "已出版", "篇目"], rows)] if rows else []
    open_ones = [r for r in given.rows if r.step not in placed]
    unasked = sum(r.data.get("consent") == "还没有问" for r in open_ones)
    warn = [f"还没有问过本人或权利人的 {unasked} 件。"] if unasked else []
    stage = Counter(r.step for r in open_ones)
    if stage:
        words = "，".join(f"{given.sheet.step(k).label} {n}" for k, n in stage.items())
        warn.append(f"还没有编卷的：{words}。")
    return Digest(tables, warn)


def match(given: Given) -> Digest:
    """Skill by skill: people wanting work against places on offer; who and what is left unmatched."""
    want: Counter[str] = Counter()
    have: Counter[str] = Counter()
    for row in given.every:
        if row.sheet in ("seek", "offer"):
            side = want if row.sheet == "seek" else have
            side[row.data.get("skill", "")] += int(num(row, "n") or 0)
    rows = [
        [skill, want[skill], have[skill], min(want[skill], have[skill]), max(want[skill] - have[skill], 0), max(have[skill] - want[skill], 0)]
        for skill in sorted({*want, *have})
    ]  # fmt: skip
    foot = ["合计", *[sum(int(str(r[n])) for r in rows) for n in range(1, 6)]]
    table = Table("按技能对一对", ["技能", "想找活的", "岗位", "对得上", "还没有岗位的人", "还没有人的岗位"], rows, foot, "只有人数，没有任何人的姓名。")  # fmt: skip
    return Digest([table] if rows else [])


def kept_on(given: Given) -> Digest:
    """Placed, and of those old enough to ask, still there after three months."""
    old = [r for r in given.rows if (today() - r.on).days >= MONTHS_3]
    told = [r for r in old if r.data.get("still") not in (None, "")]
    rows = [["上岗", plain(summed(given.rows, "n"), 0)], ["满三个月、已回访的", plain(summed(told, "n"), 0)], ["其中还在岗", plain(summed(told, "still"), 0)]]  # fmt: skip
    late = len(old) - len(told)
    return Digest([Table("上岗和留岗", ["", "人数"], rows)] if given.rows else [], [f"{late} 场满三个月还没有回访。"] if late else [])  # fmt: skip


def initiatives(given: Given) -> Digest:
    """Each call from above with what was done for it, by whom, with which result."""
    rows, empty = [], []
    for line in given.lines:
        mine = [r for r in given.rows if r.line_id == line.pk]
        done = "；".join(f"{r.partner}：{r.title}" for r in mine[:8])
        result = "；".join(str(r.data["result"]) for r in mine if r.data.get("result"))
        rows.append([line.title, line.get_level_display(), len(mine), done or "—", result or "—"])
        if not mine and line.level != "own" and not line.dropped_why:
            empty.append(line.title)
    warn = [f"还没有动作的部署：{'、'.join(empty)}。"] if empty else []
    return Digest([Table("部署和行动", ["部署", "哪一级", "几件", "谁做了什么", "结果"], rows)] if rows else [], warn)  # fmt: skip


def stages(given: Given) -> Digest:
    """How many stand at each step; what is past its day."""
    rows = [[s.label, sum(r.step == s.code for r in given.rows)] for s in given.sheet.steps]
    late = [r.title for r in given.rows if r.step == given.sheet.first and past(r, today())]
    return Digest([Table("走到哪一步", ["", "几个"], rows)] if given.rows else [], [f"过了交稿日的：{'、'.join(late)}。"] if late else [])  # fmt: skip


def past(row: Item, day: date) -> bool:
    due = row.data.get("due") or ""
    return bool(due) and str(due) < day.isoformat()


def sections(given: Given) -> Digest:
    """The joint report: each host's findings under its name; who has none is named."""
    rows = [
        [str(p), len(mine), "；".join(r.title for r in mine) or "还没有"]
        for p, mine in of_partner(given)
    ]
    return Digest([Table("合在一起", ["哪一家", "几条", "发现"], rows)] if rows else [], bare(given, "还没有写的"))  # fmt: skip


DIGESTS: dict[str, Callable[[Given], Digest]] = {
    "gifts": gifts, "count": count, "by_partner": by_partner, "years": years, "volumes": volumes,
    "match": match, "kept_on": kept_on, "initiatives": initiatives, "stages": stages,
    "sections": sections,
}  # fmt: skip
