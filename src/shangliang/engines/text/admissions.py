"""Where a text admits what is wrong: under such a heading or after such words, each sentence does.

"我们也清醒看到…困难。局部疫情时有发生。": what follows the announcement is a shortfall though no word of
lack stands in it; the list ends where the text turns to what is to be done.
"""

from __future__ import annotations

import re

_TROUBLE = r"(?:问题|困难|不足|挑战|差距|矛盾|短板|弱项|隐忧|薄弱环节)"
_HEADED = re.compile(
    rf"(?:存在|面临|突出|主要|共性|必须正视|不容忽视|不容回避)的?[^，。；]{{0,8}}{_TROUBLE}|{_TROUBLE}(?:和|与|及|、){_TROUBLE}"
)
_TO_DO = re.compile(
    r"解决|破解|整改|整治|措施|打算|对策|建议|坚持|聚焦|围绕|针对|化解|补齐|攻坚|处理|应对"
)
_ANNOUNCED = re.compile(
    rf"(?:看到|认识到|意识到)[^。]{{0,40}}{_TROUBLE}|(?:存在|面临|还有)着?[^。；，]{{0,12}}{_TROUBLE}(?:[和与、]{_TROUBLE})*[。：]|(?:存在|面临)的?[^。；，]{{0,8}}{_TROUBLE}[^。；，]{{0,4}}(?:是|有|表现在)[：，]"
)
# The text turns to what is to be done, or sums up.
_TURNED = re.compile(
    rf"^(?:对此|建议|如果|对于?这些|为此|针对|解决|面对|我们(?:一定|要|将|必须|有)|下一步|下步|要|必须|希望|因此|今后|各位|同志们|总的来?看|综合|这些{_TROUBLE}|当前和今后)"
)
_GOOD = re.compile(
    r"(?<!没有)(?<!未)(?<!未能)(?:得到(?:明显|有效|进一步|初步)?(?:缓解|改善|解决|遏制)|根本改观|取得(?:了|明显|显著|新|积极)|长期向好|(?:已经?|有所|明显|持续)(?:改善|好转|回升|向好)|实现(?:了)?(?:增长|好转|扭亏))"
)


def headed_so(section: str) -> bool:
    """Whether one of the headings it stands under announces shortfalls, and none what is to be done."""
    headings = section.split(" ")
    return any(_HEADED.search(h) and not re.search("[，,]", h) for h in headings) and not any(
        _TO_DO.search(h) for h in headings
    )


def announces(sentence: str) -> bool:
    return bool(_ANNOUNCED.search(sentence)) and not _TO_DO.search(sentence[:8])


def turns(sentence: str) -> bool:
    return bool(_TURNED.match(sentence.lstrip("　 ")))


def is_over(clause: str) -> bool:
    """Said of what is no more: "已得到明显缓解"."""
    return bool(_GOOD.search(clause))
