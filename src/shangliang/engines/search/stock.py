"""Stock phrases of the trade (套话): they make everything alike and count for nothing."""

import re

STOCK = re.compile(
    "关于|进一步|切实|大力|积极|持续|加快|加强|强化|完善|健全|推进|推动|促进|提升|提高|优化|建立|"
    "若干|相关|有关|工作|问题|机制|体系|力度|水平|建议|提案|我市|我县|我区|全市|全县|全区|本市|"
    "尊敬的|您好|领导|恳请|请问|谢谢|感谢|希望|反映|投诉|咨询|网友|留言|收悉|答复如下|现将|"
    "的|和|与|及|对|在|等"
)


def without_stock(folded: str) -> str:
    """The text with a blank for each stock phrase, so that nothing joins across it."""
    return STOCK.sub(" ", folded)
