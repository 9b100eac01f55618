"""What a register's columns may be called, and what this office calls them."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..models import ColumnMap, Register


@dataclass(frozen=True)
class Column:
    """One field of a register. ``names``: what offices write over it."""

    key: str
    label: str
    names: tuple[str, ...]
    required: bool = False
    sample: str = ""
    note: str = ""


MEMBERS = (
    Column("name", "姓名", ("姓名", "委员姓名", "名字"), True, "示例一"),
    Column("code", "委员编号", ("委员编号", "编号", "证号", "委员证号"), sample="0001",
           note="有编号就按编号认人，没有就按姓名认"),
    Column("sex", "性别", ("性别",), sample="女"),
    Column("ethnicity", "民族", ("民族",), sample="汉族"),
    Column("birth", "出生年月", ("出生年月", "出生日期", "出生年", "生日"), sample="1980-05"),
    Column("sector", "界别", ("界别", "所属界别"), sample="经济界", note="须与界别名册一致"),
    Column("party", "党派", ("党派", "政治面貌", "所属党派"), sample="民建"),
    Column("special_committee", "专委会", ("专委会", "所属专委会", "专门委员会")),
    Column("group", "委员小组", ("小组", "委员小组", "履职小组", "活动组", "所属小组")),
    Column("county", "驻地", ("驻地", "所在县区", "县区", "县（市、区）")),
    Column("office", "政协职务", ("政协职务", "政协内职务"), sample="常委"),
    Column("workplace", "工作单位", ("工作单位", "单位", "所在单位"), sample="示例单位"),
    Column("post", "职务", ("职务", "职称", "单位职务"), sample="副主任"),
    Column("phone", "电话", ("电话", "手机", "手机号", "手机号码", "联系电话", "联系手机")),
    Column("email", "电子邮箱", ("邮箱", "电子邮箱", "email", "e-mail")),
    Column("address", "通信地址", ("地址", "通信地址", "通讯地址", "联系地址")),
    Column("start", "任职起", ("任职起", "任职时间", "起始日期", "增补时间"), sample="2022-01-01",
           note="不填按本届起算"),
    Column("end", "任职止", ("任职止", "终止日期", "截止日期")),
)  # fmt: skip
UNITS = (
    Column("name", "单位全称", ("单位全称", "单位名称", "全称", "名称", "承办单位"), True, "示例市示例局"),
    Column("code", "单位编号", ("单位编号", "编号", "代码", "单位代码"), sample="D001"),
    Column("short", "简称", ("简称", "单位简称", "规范简称"), sample="市示例局"),
    Column("aliases", "别名", ("别名", "曾用名", "其他名称"), note="几个别名用顿号隔开"),
    Column("system", "系统", ("系统", "所属系统", "口"), sample="政府"),
    Column("duties", "职责", ("职责", "主要职责", "职能")),
    Column("number_prefix", "机关代字", ("机关代字", "发文代字", "代字"), sample="示局函"),
    Column("letter_mark", "发文机关标志", ("发文机关标志", "信头")),
    Column("phone", "电话", ("电话", "联系电话", "办公电话")),
    Column("address", "通信地址", ("地址", "通信地址", "通讯地址")),
)  # fmt: skip
COLUMNS: dict[str, tuple[Column, ...]] = {Register.MEMBERS: MEMBERS, Register.UNITS: UNITS}


def plain(name: str) -> str:
    """A column's name without spaces, case and what stands in brackets after it."""
    text = "".join(name.split()).lower().replace("(", "（").replace("*", "")
    head = text.split("（")[0]
    return head or text


def guess(kind: str, header: Sequence[str], committee_id: int) -> dict[str, str]:
    """{"3": "name"}: what the office mapped last time wins, then the usual names; none twice."""
    kept = ColumnMap.objects.filter(committee_id=committee_id, kind=kind).first()
    known = {plain(n): c.key for c in COLUMNS[kind] for n in (c.label, *c.names)}
    fields = {c.key for c in COLUMNS[kind]}
    if kept:
        known |= {plain(n): key for n, key in kept.columns.items() if key in fields or key == ""}
    out: dict[str, str] = {}
    for at, name in enumerate(header):
        key = known.get(plain(name), "")
        if key and key not in out.values():
            out[str(at)] = key
    return out


def remember(kind: str, header: Sequence[str], chosen: dict[str, str], committee_id: int) -> None:
    """Keep this office's own names, including the columns it leaves out, for the next time."""
    kept, _ = ColumnMap.objects.get_or_create(committee_id=committee_id, kind=kind)
    kept.columns |= {name: chosen.get(str(at), "") for at, name in enumerate(header) if name}
    kept.save()


def missing(kind: str, chosen: dict[str, str]) -> list[str]:
    """Labels of required fields that no column fills, and of fields filled twice."""
    used = list(chosen.values())
    out = [c.label for c in COLUMNS[kind] if c.required and c.key not in used]
    return out + [f"{c.label}（对应了两列）" for c in COLUMNS[kind] if used.count(c.key) > 1]
