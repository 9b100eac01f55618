"""Work of counties and units: partners, visits saved, decisions on their way down, topics, places, contacts."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

from ....procedures.office_calendar import today
from ...models import Entry
from .tables import Digest, Given, Table, limits, num, plain

IDLE = 60  # days without anything: a place is idle (S-132)
FEW = 5  # people; a need named by fewer is not shown, and what hides it neither (E6)


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


def day_of(row: Entry, code: str) -> date | None:
    """A day of a row."""
    said = row.data.get(code)
    return date.fromisoformat(said) if said else None


def idle(row: Entry) -> bool:
    """Nothing for sixty days and nothing booked."""
    last, following = day_of(row, "last"), day_of(row, "next")
    fresh = last is not None and last >= today() - timedelta(days=IDLE)
    return not fresh and (following is None or following < today())


def venues(given: Given) -> Digest:
    """Places with what was last there and what comes; idle ones first and named."""
    rows = [
        [r.title, str(r.owner or ""), r.data.get("last") or "没有记", r.data.get("times") or "—",
         r.data.get("next") or "没有约", "闲着" if idle(r) else "在用"]
        for r in sorted(given.rows, key=lambda r: (not idle(r), r.pk))
    ]  # fmt: skip
    bare = [r.title for r in given.rows if idle(r)]
    return Digest(
        [Table("用得怎么样", ["阵地", "单位", "最近一次", "今年几场", "下一场", "现在"], rows, note=f"{IDLE} 天没有活动、后面也没有约的，算闲着。")],
        [f"闲着 {len(bare)} 处：{'、'.join(bare)}。"] if bare else [],
    )  # fmt: skip


def contacts(given: Given) -> Digest:
    """How many of those one is to look after were met; needs by kind. Numbers only, small ones hidden."""
    rows, behind = [], []
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for row in given.rows:
        goal, agreed, met = (num(row, c) for c in ("goal", "agreed", "met"))
        rows.append([row.title, str(row.owner or ""), plain(goal, 0), plain(agreed, 0), plain(met, 0), row.data.get("until") or "—"])  # fmt: skip
        if agreed is not None and met is not None and met > agreed:
            behind.append(f"{row.title}见过的比同意被联系的多，请核对")
        elif agreed and (met or 0) < agreed:
            behind.append(f"{row.title}还有 {plain(agreed - (met or 0), 0)} 人这一季没有见")
        for field in given.book.fields:
            if field.code.startswith("need_"):
                totals[field.label] += num(row, field.code) or 0
    said = sorted(((label, n) for label, n in totals.items() if n), key=lambda x: -x[1])
    needs = [[label, plain(n, 0)] for label, n in said if n >= FEW]
    small = [label for label, n in said if n < FEW]
    found = Digest(
        [
            Table(
                "联系到多少", ["团干部", "单位", "应联系", "同意被联系", "这一季见过", "记到"], rows
            )
        ],
        ["；".join(behind) + "。"] if behind else [],
    )
    if needs or small:
        note = f"{'、'.join(small)}不足 {FEW} 人，不列数。" if small else ""
        found.tables.append(Table("要什么", ["哪一类", "人"], needs, note=note))
    return found
