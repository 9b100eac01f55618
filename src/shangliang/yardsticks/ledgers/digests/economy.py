"""Firms, industries, projects: four lists, what each county has, shares of what was handed over, the chain."""

from collections import defaultdict
from decimal import Decimal
from difflib import SequenceMatcher

from ...chain_drawing import Link, chain_drawing
from .tables import Digest, Given, Table, by_choice, limits, num, plain

ALIKE = 0.72  # titles as near as this are shown side by side


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
