"""Numbers that are names: "12518"体系, 1+100, 5号文件, 5G, 十四五, 六个一流 count nothing."""

from __future__ import annotations

import re

from .mapped import Span

_CN = "一二两三四五六七八九十百千万"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[“\"‘][A-Za-z]?\d{1,9}[A-Za-z]{0,9}[”\"’](?!\s*(?:%|元|人|个|家))",  # “415X”集群, “132”部署
        r"(?<!\d)\d{1,9}(?:\s*\+\s*(?:\d+|[NnXx]|互联网))+",  # 1+100, 7+1, 3+N
        r"(?:互联网|人工智能|数据要素|[\u4e00-\u9fff]{2,6})[+×]",  # 人工智能+
        r"(?<!\d)第?\d{1,9}号(?:文件?|令|公告|决议|楼|线|院|地块|公路)?",
        r"[〔\[（(](?:19|20)\d{2}[〕\]）)]\s*\d+\s*号",
        r"(?<![\dA-Za-z.])[2-6]G(?:[-—]?A)?(?![A-Za-z])",
        r"(?<![A-Za-z])[A-Za-z]{1,12}[-]?\d{1,9}(?:\.\d+)?(?![\d%])",  # G60, PM2.5, AI2.0
        r"(?<!\d)\d{1,9}[A-Z](?![A-Za-z])(?!级)",  # 524X
        r"(?<![\d.])\d{2,9}(?=(?:湿地)?(?:体系|工程|计划|行动|模式|战略|工作法|热线|平台|机制)(?!的))",
        rf"[{_CN}]五(?=(?:规划|期间|时期|时|末|计划|开局|收官|七|[”“，。、]))(?<=[一二三四五六七八九十]五)",
        r"十[一二三四五六七八九]?五(?=(?:”|’|规划|期间|时期|开局|收官|以来|末|重大|\b))",
        r"[二三]?十?[一二三四五六七八九十]{1,3}(?:届|大)(?:[一二三四五六七八九]{1,3}(?:次|中))?(?:全会|会议)?",
        rf"[{_CN}]个(?:一流|全覆盖|维护|意识|自信|确立|结合|务必|为本|翻番|中心|高地|转变|坚持|聚焦|对标|统筹)",
        rf"[{_CN}]区[{_CN}](?:枢纽|带|中心|廊|核|园)",
        rf"[{_CN}]{{2}}[{_CN}]{{2}}(?=·|[”’])",
        rf"(?<=[“‘])[{_CN}](?:比[{_CN}]不比|问[{_CN}]答|问|带[{_CN}]路|[\u4e00-\u9fff][{_CN}][\u4e00-\u9fff])(?=[”’])",
        r"(?<=[“‘])[一二三]五(?=[”’])",
        r"(?:创新|金融|人才|惠企|稳增长)?[“‘]?(?:创新|金融|人才|惠企)?[一二三四五六七八九十]{1,4}条[”’]",
        r"(?<!\d)\d{3,5}\s*(?:热线|电话)",
        r"(?<!\d)\d{1,2}·\d{1,2}",
        r"(?:国道|省道|县道|高速)?[GSXgs]\d{2,4}",
        r"\d{1,4}\s*周年",
        r"(?<=每[月年季周])\d{1,2}[日号]",  # 每月10日前
        r"[一二三]产(?:业)?(?![值])",
        r"(?<!\d)\d{5,12}[\-—]\d{5,12}|0\d{2,3}-\d{7,8}|1[3-9]\d{9}",
    )
)


def number_names(text: str) -> list[Span]:
    """The stretches whose figures name something, sorted, without overlaps."""
    found = sorted(
        (match.span() for pattern in _PATTERNS for match in pattern.finditer(text)),
        key=lambda pair: (pair[0], -pair[1]),
    )
    out: list[Span] = []
    for start, end in found:
        if out and start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, end))
        else:
            out.append(Span(start, end))
    return out
