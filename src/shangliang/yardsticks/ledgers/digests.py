"""What a ledger says as a whole: tables with their warnings, one function for each kind."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

from django.utils.safestring import SafeString

from ..chain_drawing import Link, chain_drawing
from ..models import Entry, Region
from .book import Ledger

ALIKE = 0.72  # titles as near as this are shown side by side


@dataclass
class Table:
    """One table: heads, rows of plain cells, what must catch the eye."""

    title: str
    heads: list[str]
    rows: list[list[Any]]
    foot: list[Any] = field(default_factory=list)
    note: str = ""


@dataclass
class Digest:
    """Tables and warnings above a ledger's rows."""

    tables: list[Table] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    drawing: SafeString | None = None


@dataclass
class Given:
    """What a digest works with."""

    book: Ledger
    rows: Sequence[Entry]  # those that count
    every: Sequence[Entry]
    regions: Sequence[Region]
    goals: dict[int, Decimal]


def num(row: Entry, code: str) -> Decimal | None:
    """A number of a row."""
    said = row.data.get(code)
    return Decimal(said) if said not in (None, "") else None


def plain(value: Decimal | None, places: int = 1) -> str:
    """A number as read: no idle zeros, a true minus."""
    if value is None:
        return "—"
    text = f"{value:.{places}f}".rstrip("0").rstrip(".") if places else f"{value:.0f}"
    return text.replace("-", "−")


def limits(given: Given) -> list[str]:
    """Where a rule of at least is not kept; named, nothing is filled in."""
    found = []
    for limit in given.book.limits:
        mine = [r for r in given.rows if r.data.get(limit.field) == limit.value]
        if limit.whole:
            if len(mine) < limit.least:
                found.append(limit.words)
            continue
        has: dict[int | None, int] = defaultdict(int)
        for row in mine:
            has[row.region_id] += 1
        bare = [r.name for r in given.regions if has[r.pk] < limit.least]
        if bare:
            found.append(f"{limit.words}：{'、'.join(bare)}还没有。")
    return found


def by_choice(given: Given, title: str) -> Table:
    """County × choice of the ledger's group."""
    group = given.book.field(given.book.group)
    assert group is not None
    cells: dict[tuple[int | None, str], int] = defaultdict(int)
    for row in given.rows:
        cells[row.region_id, row.data.get(group.code, "")] += 1
    rows = [
        [r.name, *[cells[r.pk, c] or "" for c in group.choices], sum(cells[r.pk, c] for c in group.choices)]
        for r in given.regions
    ]  # fmt: skip
    foot = ["合计", *[sum(n for (_, x), n in cells.items() if x == c) for c in group.choices]]
    return Table(title, ["县区", *group.choices, "合计"], rows, [*foot, len(given.rows)])


def classes(given: Given) -> Digest:
    """Four lists: only decided ones stand in a list, the others are still open."""
    group = given.book.field("class")
    assert group is not None
    decided = [r for r in given.rows if r.step in ("decided", "published")]
    rows = []
    for choice in group.choices:
        mine = [r for r in given.rows if r.data.get("class") == choice]
        named = [r for r in decided if r.data.get("class") == choice]
        objected = sum(r.step == "objected" for r in mine)
        rows.append([choice, len(mine), len(named), objected or "", "、".join(r.title for r in named[:6]) or "—"])  # fmt: skip
    table = Table("四类清单", ["类别", "拟列", "已定", "企业有异议", "已定的企业"], rows)
    left = sum(r.step == "objected" for r in given.rows)
    return Digest([table], [f"{left} 户企业有异议，等人来定。"] if left else [])


def by_region(given: Given) -> Digest:
    """Each county with what it has of each kind, by name."""
    group = given.book.field(given.book.group)
    assert group is not None
    rows = []
    for region in given.regions:
        mine = [r for r in given.rows if r.region_id == region.pk]
        rows.append([region.name, *["、".join(r.title for r in mine if r.data.get(group.code) == c) or "空着" for c in group.choices]])  # fmt: skip
    return Digest([Table("一县一表", ["县区", *group.choices], rows)], limits(given))


def credits(given: Given) -> Digest:
    """What each county gets of projects handed over: both sides are credited, shares sum to the whole."""
    got: dict[int | None, Decimal] = defaultdict(Decimal)
    out: dict[int | None, int] = defaultdict(int)
    came: dict[int | None, int] = defaultdict(int)
    landed = [r for r in given.rows if r.step == "landed"]
    for row in landed:
        amount, share = num(row, "amount") or Decimal(0), num(row, "share") or Decimal(0)
        got[row.region_id] += amount * share / 100
        got[row.other_id] += amount - amount * share / 100
        out[row.region_id] += 1
        came[row.other_id] += 1
    rows = [
        [r.name, out[r.pk] or "", came[r.pk] or "", plain(got[r.pk], 2)]
        for r in given.regions
        if r.pk in got
    ]
    total = sum((num(r, "amount") or Decimal(0) for r in landed), Decimal(0))
    table = Table(
        "已落地项目的分成", ["县区", "转出", "承接", "记功（亿元）"], rows, ["合计", len(landed), len(landed), plain(total, 2)],
        "转出县按商定比例、承接县按其余比例；两边合计等于项目投资。",
    )  # fmt: skip
    waiting = sum(r.step == "offered" for r in given.rows)
    return Digest([table] if rows else [], [f"{waiting} 个项目等对方县答复。"] if waiting else [])


def chain(given: Given) -> Digest:
    """Up, middle and down the chain; a link nobody makes is missing, with the leads there are."""
    group = given.book.field("place")
    assert group is not None
    rows = []
    for place in group.choices:
        for row in (r for r in given.rows if r.data.get("place") == place):
            who = row.data.get("firms") or ""
            rows.append([place, row.title, who or "缺", "" if who else plain(num(row, "leads"), 0)])
    bare = [r for r in given.rows if not r.data.get("firms")]
    cold = [r.title for r in bare if not num(r, "leads")]
    warn = [f"缺 {len(bare)} 个环节。"] if bare else []
    if cold:
        warn.append(f"缺而又没有线索的：{'、'.join(cold)}。")
    links = [
        Link(place, r.title, str(r.data.get("firms") or ""), int(num(r, "leads") or 0))
        for place in group.choices
        for r in given.rows
        if r.data.get("place") == place
    ]
    return Digest(
        [Table("链上的环节", ["哪里", "环节", "谁在做", "在谈线索"], rows)],
        warn,
        chain_drawing(links),
    )


def funnel(given: Given) -> Digest:
    """County × step beside the county's goal; a county with nobody in sight is said."""
    steps = [s for s in given.book.steps if not s.ends]
    cells: dict[tuple[int | None, str], int] = defaultdict(int)
    for row in given.rows:
        cells[row.region_id, row.step] += 1
    rows, bare = [], []
    for region in given.regions:
        line = [cells[region.pk, s.code] for s in steps]
        goal = given.goals.get(region.pk)
        rows.append([region.name, *[n or "" for n in line], plain(goal, 0)])
        if not sum(line):
            bare.append(region.name)
    foot = ["合计", *[sum(n for (_, s), n in cells.items() if s == x.code) for x in steps], plain(sum(given.goals.values(), Decimal(0)), 0) if given.goals else "—"]  # fmt: skip
    table = Table("走到哪一步", ["县区", *[s.label for s in steps], "全年目标"], rows, foot, "入库数在读数里有统计部门的数，这里是跟踪的户数，两边对不上时看各自的出处。")  # fmt: skip
    return Digest([table], [f"一户备选都没有：{'、'.join(bare)}。"] if bare else [])


def issues(given: Given) -> Digest:
    """Kinds of problems with counts, measures and what firms say."""
    group = given.book.field("kind")
    assert group is not None
    rows = []
    for kind in group.choices:
        mine = [r for r in given.rows if r.data.get("kind") == kind]
        if mine:
            firms = sum((num(r, "firms") or Decimal(0) for r in mine), Decimal(0))
            rows.append([kind, len(mine), plain(firms, 0), sum(bool(r.data.get("measure")) for r in mine),
                         sum(r.step == "solved" for r in mine), sum(r.step == "not_solved" for r in mine)])  # fmt: skip
    rows.sort(key=lambda x: -int(str(x[2])))
    bare = [r.title for r in given.rows if not r.data.get("measure")]
    warn = [f"还没有举措：{'、'.join(bare[:6])}。"] if bare else []
    return Digest([Table("哪类问题多", ["类别", "问题", "户次", "有举措", "企业说解决了", "企业说没有解决"], rows)], warn)  # fmt: skip


def squeezed(title: str) -> str:
    """A project's name without the words every project has."""
    text = "".join(title.split())
    for word in ("建设项目", "项目", "工程", "建设", "（", "）", "(", ")"):
        text = text.replace(word, "")
    return text


def candidates(given: Given) -> Digest:
    """Names that are alike, and what each project still lacks; people decide, nothing is merged."""
    found = Digest([by_choice(given, "四个方向")])
    names = [(r, squeezed(r.title)) for r in given.rows]
    pairs = []
    for n, (one, a) in enumerate(names):
        for other, b in names[n + 1 :]:
            if a and b and (a == b or SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE):
                pairs.append([one.title, str(one.region or ""), other.title, str(other.region or "")])  # fmt: skip
    if pairs:
        found.tables.append(Table("像是同一个项目", ["项目", "县区", "项目", "县区"], pairs, note="名称相近的两个两个列出来；是不是同一个，由人来定。"))  # fmt: skip
        found.warnings.append(f"{len(pairs)} 对项目名称相近。")
    lacking = []
    for row in given.rows:
        bare = [f.label for c in ("land", "approval", "money") if (f := given.book.field(c)) and row.data.get(c) == "没有"]  # fmt: skip
        if not row.data.get("channel"):
            bare.append("资金渠道")
        if bare:
            lacking.append([row.title, str(row.region or ""), "、".join(bare)])
    if lacking:
        found.tables.append(Table("还不成熟", ["项目", "县区", "还没有"], lacking))
        found.warnings.append(f"{len(lacking)} 个还不成熟。")
    return found


def partners(given: Given) -> Digest:
    """Counties with and without a partner."""
    rows = []
    for region in given.regions:
        mine = [r for r in given.rows if r.region_id == region.pk]
        events = sum((num(r, "events") or Decimal(0) for r in mine), Decimal(0))
        rows.append([region.name, "、".join(r.title for r in mine) or "没有结对", plain(events, 0) if mine else "", "；".join(str(r.data.get("own", "")).replace("\n", "、") for r in mine)])  # fmt: skip
    bare = [r[0] for r in rows if r[1] == "没有结对"]
    return Digest(
        [Table("谁和谁结对", ["县区", "结对地区", "共办活动", "自选考核项"], rows)],
        [f"没有结对：{'、'.join(bare)}。"] if bare else [],
    )


def visits(given: Given) -> Digest:
    """Visits and minutes before and after; not measured yet is said as such."""
    rows = []
    for row in given.rows:
        v0, v1, m0, m1 = (num(row, c) for c in ("visits_before", "visits_after", "minutes_before", "minutes_after"))  # fmt: skip
        then = "还没有测" if v1 is None else f"{plain(v0)} → {plain(v1)}"
        rows.append([row.title, str(row.owner or ""), then, f"{plain(m0)} → {plain(m1)}" if m0 is not None and m1 is not None else "—", row.data.get("evidence", "")])  # fmt: skip
    bare = sum(num(r, "visits_after") is None for r in given.rows)
    return Digest(
        [Table("改以前 → 改以后", ["事项", "单位", "跑几趟", "等几分钟", "出处"], rows)],
        [f"{bare} 件改后还没有测。"] if bare else [],
    )


def carry(given: Given) -> Digest:
    """Known, started, finished, each counted apart: one score would hide where it stops."""
    by_title: dict[str, list[Entry]] = defaultdict(list)
    for row in given.rows:
        by_title[row.title].append(row)
    order = [s.code for s in given.book.steps]
    rows, late = [], []
    for title, mine in by_title.items():
        known = sum(any(h.step == "known" for h in r.history.all()) for r in mine)
        started = sum(order.index(r.step) >= order.index("started") for r in mine)
        finished = sum(r.step == "finished" for r in mine)
        due = max((r.data.get("due", "") for r in mine), default="")
        in_time = sum(any(h.step == "finished" and h.on.isoformat() <= r.data.get("due", "") for h in r.history.all()) for r in mine)  # fmt: skip
        rows.append([title, due, f"{known}/{len(mine)}", f"{started}/{len(mine)}", f"{finished}/{len(mine)}", f"{in_time}/{len(mine)}"])  # fmt: skip
        bare = [str(r.region) for r in mine if r.step == "sent"]
        if bare:
            late.append(f"{title}：{'、'.join(bare)}还没有回话。")
    return Digest([Table("各县走到哪里", ["部署", "时限", "基层知道", "动起来", "做完", "按时做完"], rows)], late)  # fmt: skip


def portfolio(given: Given) -> Digest:
    """Topics in their four quadrants."""
    group = given.book.field("hand")
    assert group is not None
    rows = []
    for hand in group.choices:
        mine = [r for r in given.rows if r.data.get("hand") == hand]
        rows.append([hand, len(mine), "；".join(r.title for r in mine) or "一个都没有"])
    return Digest([Table("四个着力", ["着力", "几个", "课题"], rows)], limits(given))


DIGESTS: dict[str, Callable[[Given], Digest]] = {
    "classes": classes, "by_region": by_region, "credits": credits, "chain": chain, "funnel": funnel,
    "issues": issues, "candidates": candidates, "partners": partners, "visits": visits,
    "carry": carry, "portfolio": portfolio,
}  # fmt: skip
