"""From cells to a plan: who is meant, what would change, and what is wrong with a row."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from ..models import Actor, ImportSheet, Register, Tie
from .cells import NotADate, day_of, listed, squeeze
from .columns import COLUMNS
from .known import BODY_COLUMNS, Known, load
from .plan import Plan, Row

K, A = Tie.Kind, Actor.Kind
LABELS = {kind: {c.key: c.label for c in columns} for kind, columns in COLUMNS.items()}
OF_ACTOR = {
    Register.MEMBERS: (
        "code",
        "sex",
        "ethnicity",
        "workplace",
        "post",
        "phone",
        "email",
        "address",
    ),
    Register.UNITS: ("code", "short", "duties", "number_prefix", "letter_mark", "phone", "address"),
}
ACTOR_KIND = {Register.MEMBERS: A.PERSON, Register.UNITS: A.UNIT}
SEXES = {"男": "男", "女": "女", "男性": "男", "女性": "女"}


def cells_of(sheet: ImportSheet, cells: list[str]) -> dict[str, str]:
    """One row by field; columns that are not mapped are left out."""
    return {
        key: str(cells[int(at)]).strip()
        for at, key in sheet.columns.items()
        if key and int(at) < len(cells)
    }


def too_long(kind: str, given: dict[str, str]) -> list[str]:
    """Columns whose text does not fit the register."""
    out = []
    for key in ("name", *OF_ACTOR[Register(kind)]):
        limit = getattr(Actor._meta.get_field(key), "max_length", None)
        if limit and len(given.get(key, "")) > limit:
            out.append(f"{LABELS[kind][key]}太长，最多 {limit} 字")
    return out


def dates(row: Row, given: dict[str, str]) -> None:
    """任职起止 and 出生年月, each wrong date in words."""
    for key, label, last in (("start", "任职起", False), ("end", "任职止", True)):
        try:
            setattr(row, key, day_of(given.get(key, ""), last))
        except NotADate:
            row.errors.append(f"{label}“{given[key]}”不是日期，请写成 2022-01-01")
    if row.start and row.end and row.end < row.start:
        row.errors.append(f"任职止（{row.end}）早于任职起（{row.start}）")
    try:
        born = day_of(given.get("birth", ""))
    except NotADate:
        row.errors.append(f"出生年月“{given['birth']}”不是日期，请写成 1980-05")
    else:
        if born:
            row.data["birth_year"] = born.year


def read_row(kind: str, number: int, given: dict[str, str]) -> Row:
    """What the row says by itself, before anyone looks whom it means."""
    row = Row(number=number, name=squeeze(given.get("name", "")))
    if not row.name:
        row.errors.append("没有写" + LABELS[kind]["name"])
    row.errors += too_long(kind, given)
    row.data["name"] = row.name
    for key in OF_ACTOR[Register(kind)]:
        if given.get(key):
            row.data[key] = given[key]
    if given.get("sex"):
        if given["sex"] not in SEXES:
            row.errors.append(f"性别“{given['sex']}”请写“男”或“女”")
        row.data["sex"] = SEXES.get(given["sex"], "")
    if given.get("email"):
        try:
            validate_email(given["email"])
        except ValidationError:
            row.errors.append(f"电子邮箱“{given['email']}”写得不对")
    if kind == Register.MEMBERS:
        dates(row, given)
        row.office = squeeze(given.get("office", ""))
    row.aliases = listed(given.get("aliases", ""))
    row.bodies = {key: squeeze(given[key]) for key in BODY_COLUMNS if squeeze(given.get(key, ""))}
    return row


def whom(row: Row, known: Known, kind: str) -> None:
    """The actor a row means: by number, else by the one name; two of a name need the number."""
    code = row.data.get("code", "")
    found = known.by_code.get(code) if code else None
    if found is None and kind == Register.UNITS:
        found = known.names[A.UNIT].find(row.name)
        if found and code and found.code and found.code != code:
            row.errors.append(f"{found.name}的编号是 {found.code}，与表中的 {code} 不同")
    if found is None and kind == Register.MEMBERS:
        same = known.by_name.get(row.name, [])
        without = [a for a in same if not a.code or not code]
        if len(without) > 1:
            row.errors.append(f"名册里有 {len(without)} 位{row.name}，请填委员编号")
        found = without[0] if len(without) == 1 else None
    row.found = found


def twice(rows: list[Row], kind: str) -> None:
    """The same person or unit on two rows."""
    seen: dict[tuple[str, str], Row] = {}
    taken: dict[str, Row] = {}
    for row in rows:
        if not row.name:
            continue
        code = row.data.get("code", "")
        key = ("code", code) if code and kind == Register.MEMBERS else ("name", row.name)
        first = seen.setdefault(key, row)
        if first is not row:
            word = f"编号 {code}" if key[0] == "code" else f"“{row.name}”"
            tail = "；若是两个人，请填委员编号" if kind == Register.MEMBERS and not code else ""
            row.errors.append(f"与第 {first.number} 行重复（{word}）{tail}")
        elif kind == Register.UNITS:
            for name in {row.name, row.data.get("short", ""), *row.aliases} - {""}:
                other = taken.setdefault(name, row)
                if other is not row:
                    row.errors.append(
                        f"“{name}”在第 {other.number} 行也用了，一个名字不能指两个单位"
                    )
            if code:
                other = seen.setdefault(("code", code), row)
                if other is not row:
                    row.errors.append(f"编号 {code} 与第 {other.number} 行重复")


def bodies(row: Row, known: Known, plan: Plan, create: set[str]) -> None:
    """Sectors and the like must be known; parties and groups may be created when asked."""
    for column, name in row.bodies.items():
        kind, _, creatable = BODY_COLUMNS[column]
        if known.names[kind].find(name):
            continue
        label = A(kind).label
        if creatable:
            seen = plan.unknown.setdefault(kind, {})
            seen[name] = seen.get(name, 0) + 1
            if kind in create:
                continue
        near = known.names[kind].near(name)
        how = "请先登记，或勾选顺便登记" if creatable else "请先登记"
        row.errors.append(f"没有“{name}”这个{label}，" + (f"是不是“{near}”？" if near else how))


def changes(row: Row, known: Known, kind: str) -> None:
    """What differs from the register; an empty cell erases nothing."""
    labels = LABELS[kind]
    if row.found is None:
        return
    for key, value in row.data.items():
        now = getattr(row.found, key)
        if value != now and value not in ("", None):
            row.changes.append((labels.get(key, "出生年"), str(now or ""), str(value)))
    for column, name in row.bodies.items():
        kind_of_body, tie_kind, _ = BODY_COLUMNS[column]
        body = known.names[kind_of_body].find(name)
        held = known.held(row.found, tie_kind)
        if not any(body and t.whom_id == body.pk for t in held):
            now = "、".join(str(t.whom) for t in held)
            row.changes.append((labels[column], now, body.name if body else name))
    if kind == Register.MEMBERS:
        member = known.held(row.found, K.MEMBER)
        if not member:
            row.changes.append(("委员", "", "是"))
        elif row.end and member[0].end != row.end:
            row.changes.append(("任职止", str(member[0].end or ""), str(row.end)))
        if row.office and row.office not in {t.title for t in known.held(row.found, K.OFFICE)}:
            now = "、".join(t.title for t in known.held(row.found, K.OFFICE))
            row.changes.append(("政协职务", now, row.office))
    new = [a for a in row.aliases if a not in known.aliases.get(row.found.pk, [])]
    if new:
        row.changes.append(("别名", "", "、".join(new)))


def plan_of(sheet: ImportSheet) -> Plan:
    """Read the whole sheet against the register: a fixed number of queries, however many rows."""
    kind = sheet.kind
    known = load(sheet.committee_id, ACTOR_KIND[Register(kind)], set(sheet.columns.values()))
    rows = [
        read_row(kind, number, cells_of(sheet, cells))
        for number, cells in zip(sheet.numbers, sheet.rows, strict=True)
    ]
    plan = Plan(rows)
    twice(rows, kind)
    steps: tuple[Callable[[Row], Any], ...] = (
        lambda row: whom(row, known, kind),
        lambda row: bodies(row, known, plan, set(sheet.create)),
        lambda row: changes(row, known, kind),
    )
    for row in rows:
        if row.name:
            for step in steps:
                step(row)
    return plan
