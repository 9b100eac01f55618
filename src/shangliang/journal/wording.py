"""The words of the log: what a verb is called, what a kind of row is called, what a detail says."""

from typing import Any

from ..procedures.perform import REGISTRY
from ..procedures.plain import PLAIN
from .telling import OUTSIDE

# Written by the machine or outside a table; everything else has its word where the verb is.
OTHERS = {
    "journal.anchor": "锚定访问记录",
    "calendar.recount": "日历改后重算时限",
    "proposal.start": "起草提案",
    "reply.start": "起草答复",
    "task.promise": "登记承诺",
    "template.upload": "上传文书模板",
    "template.use": "启用文书模板",
    "template.shipped": "用回随附模板",
}
TYPES = {
    "submission": "提案",
    "assignment": "承办",
    "reply": "答复",
    "task": "任务",
    "actor": "人员或单位",
    "rulebook": "规程",
    "job": "作业",
    "user": "账号",
    "document": "文件",
    "session": "届次",
    "rating": "评价",
    "holiday": "日历",
    "preference": "消息设置",
}
KEYS = {
    "from": "原状态",
    "to": "到状态",
    "unit": "单位",
    "units": "单位",
    "version": "版本",
    "kind": "种类",
    "count": "件数",
    "first": "起",
    "last": "止",
    "digest": "摘要",
    "due": "到期",
    "until": "延至",
    "grade": "类别",
    "round": "轮次",
    "reason": "情形",
    "moved": "移动",
    "clocks": "时限数",
    "part": "部分",
    "number": "编号",
    "rulebook": "规程",
    "nature": "性质",
}


def words_of_verb(verb: str) -> str:
    """``proposal.file`` → 提案：立案."""
    table, _, name = verb.partition(".")
    if action := REGISTRY.get((table, name)):
        return f"{action.table.label}：{action.move.label}"  # type: ignore[attr-defined]
    if verb in PLAIN:
        return str(PLAIN[verb].label)  # type: ignore[attr-defined]
    if verb in OUTSIDE:
        return OUTSIDE[verb][1]
    return OTHERS.get(verb, verb)


def all_verbs() -> list[tuple[str, str]]:
    """(verb, word) of everything the log may hold, for the filter."""
    tables = [f"{table}.{name}" for table, name in REGISTRY]
    found = dict.fromkeys([*tables, *PLAIN, *OUTSIDE, *OTHERS])
    return sorted(((verb, words_of_verb(verb)) for verb in found), key=lambda pair: pair[1])


def words_of_type(kind: str) -> str:
    return TYPES.get(kind, kind)


def words_of_detail(detail: dict[str, Any]) -> str:
    """Codes and numbers of an event, shortened; the whole is in the export."""
    said = []
    for key, value in detail.items():
        if value in (None, "", [], {}):
            continue
        text = str(value)
        said.append(f"{KEYS.get(key, key)} {text if len(text) <= 20 else text[:16] + '…'}")
    return "；".join(said)
