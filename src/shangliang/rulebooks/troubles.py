"""What is wrong with a rulebook, in words and at its place; pydantic speaks English and paths."""

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from .body import STEPS, ProposalRules
from .words import CLOCK_WORDS, SECTIONS

PLACES = {
    "steps": "环节",
    "clocks": "时限",
    "span": "期限",
    "near": "提前提醒",
    "label": "名称",
    "basis": "依据",
    "grades": "办理类别",
    "reasons": "不予立案情形",
    "return_reasons": "申退情形",
    "classes": "提案类别",
    "natures": "收哪些提案",
    "plenary_only": "只在大会期间提",
    "rubric": "审查要点",
    "code": "代码",
    "key": "代码",
    "name": "名称",
    "means": "含义",
    "five": "计入五位一体",
    "instead": "可以转往",
    "why": "为什么",
    "weight": "权重",
    "contacts_before_reply": "答复前沟通次数",
    "face_to_face": "必须面商",
    "contact_means": "沟通方式",
    "rating": "评价",
    "headline": "总评",
    "second_round": "何时重办",
    "rounds": "最多办几轮",
    "attitudes": "评价档次",
    "award": "评优",
    "excellent_share": "优秀提案比例",
    "key_count": "重点提案件数",
    "extension_limit": "延期后总期限",
    "extension_times": "可延次数",
    "undo_minutes": "可撤回分钟数",
    "words_advised": "建议篇幅",
    "number_series": "编号",
    "roll": "逢休顺延",
    "notes": "说明",
    "sources": "出处",
}


@dataclass(frozen=True)
class Trouble:
    """``path`` as the body has it, ``place`` as the office calls it, ``text`` what to mend."""

    path: tuple[str | int, ...]
    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}：{self.text}" if self.place else self.text


def place_of(path: tuple[str | int, ...]) -> str:
    """时限 › 大会提案答复 › 期限."""
    names = []
    for step in path:
        if isinstance(step, int):
            names.append(f"第 {step + 1} 条")
        elif names[:1] == ["时限"] and len(names) == 1:
            names.append(CLOCK_WORDS.get(step, step))
        elif names[:1] == ["环节"] and len(names) == 1:
            names.append(STEPS.get(step, step).partition("：")[0])
        else:
            names.append(PLACES.get(step, step))
    return " › ".join(names)


def words_of(error: dict[str, Any]) -> str:
    """One pydantic error in the words of an office."""
    kind, limits = error["type"], error.get("ctx", {})
    if kind == "value_error":
        return str(limits.get("error", error["msg"]))
    if kind == "literal_error":
        return f"只能是 {limits.get('expected', '')} 之一"
    fixed = {
        "missing": "没有填",
        "extra_forbidden": "不认识的项，请核对写法",
        "string_pattern_mismatch": "代码只用小写字母、数字和下划线（类别用一个大写字母）",
        "string_too_short": "不能空着",
        "string_too_long": f"太长，最多 {limits.get('max_length')} 字",
        "too_short": f"至少要有 {limits.get('min_length')} 条",
        "too_long": f"最多 {limits.get('max_length')} 条",
        "greater_than_equal": f"不能小于 {limits.get('ge')}",
        "greater_than": f"要大于 {limits.get('gt')}",
        "less_than_equal": f"不能大于 {limits.get('le')}",
        "string_type": "要写成文字",
        "dict_type": "要写成一组",
        "model_type": "要写成一组",
        "tuple_type": "要写成一列",
    }
    if kind in fixed:
        return fixed[kind]
    if kind.startswith(("int", "float")):
        return "要填整数" if kind.startswith("int") else "要填数字"
    return "要填是或否" if kind.startswith("bool") else "写法不对，请核对"


def check(body: dict[str, Any]) -> tuple[ProposalRules | None, list[Trouble]]:
    """The typed rules, or every trouble with its place."""
    try:
        return ProposalRules.model_validate(body), []
    except ValidationError as error:
        return None, [
            Trouble(tuple(row["loc"]), place_of(tuple(row["loc"])), words_of(dict(row)))
            for row in error.errors(include_url=False)
        ]


__all__ = ["SECTIONS", "Trouble", "check", "place_of", "words_of"]
