"""The words of the log: what a verb is called, what a kind of row is called, what a detail says."""

from ..procedures.perform import REGISTRY
from ..procedures.plain import PLAIN
from .models import Event
from .telling import OUTSIDE

# Written by the machine or outside a table; everything else has its word where the verb is.
OTHERS = {
    "journal.anchor": "锚定访问记录",
    "journal.erased_again": "恢复备份后，把已撤回的再删一次",
    "account.close_unused": "停用久未使用的账号",
    "intake.read": "读完收文",
    "intake.fail": "收文没有读成",
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
    "round": "线上商量",
    "statement": "说法",
    "followup": "后来怎样",
    "preference": "消息设置",
    "review": "审查意见",
    "cosignature": "署名",
    "effect": "成效",
    "returnrequest": "申退",
    "extension": "延期",
    "contact": "沟通",
    "progress": "进展",
    "tie": "职责",
    "term": "届",
    "mergegroup": "并案",
    "recommendation": "建议",
}
KEYS = {
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
    "work": "上班",
    "on": "日期",
    "preset": "范本",
    "serial": "流水号",
    "class": "类别",
    "dropped": "未会签除名",
    "revision": "修订",
    "code": "代码",
    "account": "账号",
    "year": "年份",
    "known": "齐全",
    "email": "邮件",
    "webhook": "群机器人",
    "was": "原到期",
    "since": "自",
    "body": "内容摘要",
    "verdict": "结论",
    "list": "名单",
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


def words_of_event(event: Event) -> str:
    """Codes and numbers of an event in words, shortened; the whole is in the export."""
    detail = dict(event.detail)
    said = []
    before, after = detail.pop("from", None), detail.pop("to", None)
    table, _, verb = event.verb.partition(".")
    if action := REGISTRY.get((table, verb)):
        states = action.table.states  # type: ignore[attr-defined]
        if before != after:
            said.append(f"{states.get(before, before)} → {states.get(after, after)}")
    elif before:
        said.append(f"自 {before}")
    for key, value in detail.items():
        if value in (None, "", [], {}):
            continue
        text = ("是" if value else "否") if isinstance(value, bool) else str(value)
        said.append(f"{KEYS.get(key, key)} {text if len(text) <= 20 else text[:16] + '…'}")
    return "；".join(said)
