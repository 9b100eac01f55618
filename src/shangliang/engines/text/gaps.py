"""Shortfalls a text admits: who lacks what, and which target is set against it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .admissions import announces, is_over, turns
from .gap_subjects import named_in, noun_before
from .mapped import Span
from .sentences import clauses, sentences

_LACK = re.compile(
    r"不够(?!格的)|没有(?:得到)?(?:根本|明显|实质|有效)|(?:至今|一[家个件项户处])[^，。；]{0,10}(?:没有|未|无)(?![限缝])|不牢(?!固树)|不稳(?=[，。；])|不满意(?=[，。；])|由正转负|偏大|偏多|偏紧|过大|过高|恶化|(?:时有|屡有|多有)发生|多发(?=[，。；])|过窄|(?<=渠道)窄|(?:压力|难度|矛盾)(?:仍然|依然|还)?(?:加大|增大|较大|很大)|不足(?!为|以)|不强|不高(?!于)|不深|不实(?!现|施)|不细|不严|不优|不均衡|不平衡|不协调|不充分|不完善|不健全|不到位|不合理(?!的(?:坚决|要|一律|予以))|不清晰|不突出|不具体|不准|不齐|不力|不及(?!时雨)|不快|不大(?=[，。；的])|"
    r"缺口(?=还有?|仍有?|较|达|约|超)|较慢|较低|较弱|较少|偏低|偏慢|偏少|偏弱|滞后|落后|靠后|垫底|倒数|缓慢|薄弱|淡薄|减弱|乏力|短缺|紧缺|匮乏|缺乏|欠缺|欠账|粗放|短板|弱项|差距|还?有(?:一定|较大|不小)?(?:的)?距离|瓶颈|堵点|难点|痛点|"
    r"负增长|下降(?:较|幅度|明显|更)|降幅较[大快深]|增长(?:较|最)慢|低于(?:全国|全省|全市|平均|预期|时序|上年|目标)|未(?:完成|达到|到位|开工|支出|落实)|没有(?:到位|支出|完成|落实|开工|达到)|(?:还|都|均|仍|尚)(?:没有|未)[到支完落开达拨]|"
    r"还?没有(?:解决|形成|建立)|比较(?:乱|杂|慢|弱|低|散)|支出(?:较)?慢|推进(?:较)?慢|是零|为零|困难|难题|问题(?:仍|依然|还|较)?(?:比较)?(?:突出|严重|较多|存在)|矛盾[^，。；]{0,6}突出|不容乐观|任重道远|还存在|(?:增速|增长)为负|(?:经营|融资|生活|就业|用工|运转)困难|矛盾(?:加剧|突出|凸显)|(?:较|比)全[国省市县区]平均(?:水平|增速)?(?:低|慢)|屡禁不止|(?<![不多减缺至])少(?=[，。；])|(?<![不快])慢(?=[，。；])"
)
# A call to remove a shortfall is no shortfall, nor is a wish against one.
_REMEDY = re.compile(
    r"(?:清理|清除|纠正|整顿|看清|认清|查清|查明|弄清|摸清|摸排|分析|剖析|补齐|补足|弥补|补上|补|消除|克服|破解|破|解决|化解|缩小|改变|防止|避免|杜绝|攻克|打通|排除|战胜|整治|查找|查摆|认识|看到|承认|找准|找到|找|聚焦|正视|直面|围绕|着力|不怕|应对|面对|针对|帮助[^，。]{0,8}|协调)"
    r"[^，。；]{0,18}$|(?:克服|改变|解决|破解)[^。；]{0,40}$|(?:要对|对|把|将)[^，。；]{0,16}$"
)
# The same over a list: "注重解决放权不同步、不协调问题".
_LISTED = re.compile(r"(?:解决|破解|化解|消除|克服|整治|纠正|针对)(?!不|得|了)[^，。；：]{1,30}、$")
_DENIED = re.compile(
    r"(?:不低于|不能|不得|绝不|决不|不再|没有什么|切忌|不要|防止|不是|不会|无论|不怕)[^，。；]{0,10}$"
)
_STATED = re.compile(
    r"存在|面临|仍|还|比较|较|没有|不少|突出|问题是|差距|低于|最慢|负增长|靠后|倒数|下降|是零|初步查摆|看来|表现在|反映出|制约|困扰|不够|不足|减弱|淡薄|紧缺|通病"
)
_ADMITTED = re.compile(
    r"存在|面临|仍|依然|还(?!原)|没有|突出|不容忽视|(?<=[\u4e00-\u9fff])扩大(?![\u4e00-\u9fff])|拉大|明显|较大|不小"
)
_GOAL = re.compile(
    r"(?:高于|不低于|达到|超过|赶上|确保|力争)[^，。；]{0,24}(?:平均水平|平均增速|目标|由负转正|进位|前列|以上)(?:或[^，。；]{2,12})?|由负转正"
)


# Words of a lack that name a kind of thing one helps, removes or imports: "落后产能", "困难群众".
_KIND = re.compile(
    r"落后(?=[^，。；]{0,6}(?:产能|工艺|设备|装备))|(?:紧缺|短缺)(?=[^，。；]{0,12}(?:进口|专业|人才$|人才[，。；、]))|较少(?=民族)|困难(?=群众|群体|人员|职工|家庭|学生|党员|老人|儿童|户|行业|残疾|县|乡镇|村|企业|区)|"
    r"薄弱(?=环节|学校|领域|县|村|地区)|短板(?=弱项)|差距(?=[^，。；]{0,6}(?:缩小|缩短|收窄))"
)
# Low, but good so: "涨幅保持较低水平", "债务风险较低".
_GOOD = re.compile(
    r"(?:风险|涨幅|上涨[\d.]+%，[^，。；]{0,4}|价格|物价|失业率|成本|负债|债务|能耗|事故)[^，。；]{0,6}$|保持$"
)


# What is threatened to those who lag is an order: "连续两个月没有支出的收回统筹使用".
_PUNISHED = re.compile(
    r"[^，。；]{0,8}的(?:单位|地方|县区|部门|项目|企业)?[，]?(?:一律|坚决|要|由|将|依法|予以|及时)*(?:收回|约谈|问责|通报|追责|处罚|退回|取消|督办|挂牌|曝光|调整|扣减)"
)
# "前进道路上还有不少困难和问题" announces shortfalls too.
_GENERAL = re.compile(
    r"(?:还有|存在|面临|遇到)着?(?:不少|许多|一些|诸多|很多)的?(?:困难|问题|矛盾|挑战|不足)(?:[和与、](?:困难|问题|矛盾|挑战|不足))*[。；]?$"
)
# "二、存在的困难和问题" announces shortfalls and is none.
_HEADING = re.compile(
    r"(?:存在|面临)的?(?:主要|突出)?(?:困难|问题|不足|短板)(?:[和与及](?:困难|问题|不足|短板))?$"
)


@dataclass(frozen=True)
class Shortfall:
    """A shortfall at ``span``: its subject (may be empty) and a target named beside it."""

    span: Span
    subject: str
    target: str


def shortfalls_in(text: str, about: str = "", admitting: bool = False) -> list[Shortfall]:
    """The shortfalls of one paragraph, a clause each, with the nearest target of the paragraph.

    ``about``: the place the text before spoke of (我市), for shortfalls that name nobody;
    ``admitting``: the paragraph stands under a heading that announces shortfalls.
    """
    out: list[Shortfall] = []
    goals = [Span(match.start(), match.end()) for match in _GOAL.finditer(text)]
    subject = ""
    for sentence in sentences(text):
        words = text[sentence.start : sentence.end]
        if words.rstrip("”’").endswith(("？", "?")):
            continue
        last_end = -1
        admitting = admitting and not turns(words)
        listed = False  # "还存在以下问题：…；…；…"
        for clause in clauses(text, sentence):
            found = _stated(text, clause)
            if found is not None and is_over(text[clause.start : clause.end]):
                found = None
            elif found is None and (admitting or listed):
                found = _admitted(text, clause)
            listed = listed or (clause.start == sentence.start and announces(words))
            if found is None:
                continue
            if out and last_end == clause.start:
                out[-1] = Shortfall(
                    Span(out[-1].span.start, clause.end), out[-1].subject, out[-1].target
                )
            else:
                subject = named_in(text, clause) or subject
                whose = subject or noun_before(text, clause, found) or about
                out.append(Shortfall(clause, whose, _goal(text, clause, goals)))
            last_end = clause.end
        admitting = admitting or announces(words)
    return out


# A clause that only heads the next, or that calls for something, admits nothing.
_CALLS = re.compile(r"^[^，。；：]{0,6}(?:要(?!求)|必须|应当|希望|努力|切实|坚决|确保)|[：]$|目标")


def _admitted(text: str, clause: Span) -> int | None:
    """Where a clause of a list of troubles says its own, though by no word of lack we know."""
    words = text[clause.start : clause.end].strip()
    if (
        len(words) < 8
        or words[-1] not in "。；;”"
        or is_over(words)
        or _CALLS.search(words)
        or _HEADING.search(words)
    ):
        return None
    if announces(words) or _GENERAL.search(words):
        return None
    stop = re.search(r"[，。；]", words)
    return clause.start + (stop.start() if stop else len(words))


def _stated(text: str, clause: Span) -> int | None:
    """Where a clause admits a shortfall; None where it only speaks of removing one."""
    removed = -1  # a shortfall to be removed; what a list names with it is so too
    for match in _LACK.finditer(text, clause.start, clause.end):
        stop = max(text.rfind(sign, clause.start, match.start()) for sign in "，：、；")
        before = text[max(clause.start, stop + 1) : match.start()]
        listed = removed >= 0 and re.fullmatch(
            r"[^，。；：]*、[^，。；：]*", text[removed : match.start()]
        )
        ahead = text[clause.start : match.start()].rpartition("，")[2]
        if _REMEDY.search(before) or _DENIED.search(before) or _LISTED.search(ahead) or listed:
            removed = match.end()
            continue
        words = text[clause.start : clause.end]
        if _HEADING.search(words) or _GENERAL.search(words):
            continue
        if _PUNISHED.match(text, match.end(), clause.end):
            continue
        if _KIND.match(text, match.start(), clause.end) and not _ADMITTED.search(words):
            continue
        if match.group() in ("较低", "偏低") and _GOOD.search(before):
            continue
        if re.match(
            r"(?:“|‘)?(?:要|必须|着力|切实|进一步|加快|确保|努力|希望|坚持|抓紧|尽快)", words
        ) and not re.search(r"存在|面临|仍|还没有|问题是", words):
            continue
        if (
            re.search(r"(?:要(?!求)|必须|希望|应当|努力|着力|切实|坚决)[^，。；]{0,24}$", before)
            and "问题" not in before
        ):
            continue
        if match.group() in (
            "困难",
            "难题",
            "短板",
            "差距",
            "瓶颈",
            "弱项",
            "难点",
            "堵点",
            "痛点",
        ) and not _STATED.search(words):
            continue
        return match.start()
    return None


def _goal(text: str, clause: Span, goals: list[Span]) -> str:
    after = [g for g in goals if clause.end <= g.start <= clause.end + 400]
    return text[after[0].start : after[0].end] if after else ""
