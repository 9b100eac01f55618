"""Texts of voices: what may not come in here, and who may not be named in the open."""

import re

from ..actors.models import Actor
from ..engines.papers.intake.secrecy import secrecy_mark
from ..procedures.verdicts import refuse
from ..submissions.texts import plain

LONGEST = {
    "title": 120,
    "text": 20_000,
    "analysis": 20_000,
    "suggestion": 20_000,
    "question": 200,
    "method": 200,
    "spot": 120,
    "area": 60,
    "affected": 20,
}
NAMES = {
    "title": "标题",
    "text": "情况反映",
    "analysis": "问题分析",
    "suggestion": "意见建议",
    "question": "调研的问题",
    "method": "怎么调研的",
    "spot": "具体位置",
    "area": "在哪里",
    "affected": "影响多少人",
}
ONE_LINE = frozenset({"title", "question", "method", "spot", "area", "affected"})
# The system takes nothing above "internal" (catalogue E4): these words say where it goes instead.
CHANNEL = (
    "涉密或拿不准的内容不能写在这里，系统没有保存。请交单位机要室走机要渠道，"
    "或当面交政协机关保密员（不用电话、微信、邮件）。"
)
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦"
    "马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅卞齐康伍余元顾孟黄穆萧尹姚邵汪祁毛"
    "狄戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾路娄江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万管卢莫房"
    "丁邓郁洪包诸左石崔吉龚程邢裴陆荣翁"
)
OFFICES = (
    "书记|主任|局长|科长|处长|所长|镇长|乡长|县长|区长|市长|队长|经理|老板|校长|院长|老师|医生"
)
POINTED = re.compile(
    f"[{SURNAMES}](?:某[某]?|[\u4e00-\u9fff]{{1,2}})?(?:{OFFICES})"
    f"|(?:{OFFICES})[{SURNAMES}][\u4e00-\u9fff]{{1,2}}"
)


def tidy(name: str, text: str) -> str:
    """A field's text, safe to keep. Too long is refused in words, never cut."""
    clean = plain(text)
    if name in ONE_LINE:
        clean = " ".join(clean.split())
    if len(clean) > LONGEST[name]:
        raise refuse(f"“{NAMES[name]}”最多 {LONGEST[name]} 字，现在 {len(clean)} 字，请改短。")
    return clean


def keep_out_secrets(secrecy: str, *texts: str) -> None:
    """Refuse what its writer calls secret or is not sure of, and what bears a mark of secrecy."""
    if secrecy != "open":
        raise refuse(CHANNEL)
    for text in texts:
        if mark := secrecy_mark(text):
            raise refuse(f"文中有密级标志“{mark}”。{CHANNEL}")


def points_at_somebody(committee_id: int, *texts: str) -> bool:
    """Whether a person is named: by office (王科长), or by a name of the committee's register."""
    whole = "\n".join(texts)
    if POINTED.search(whole):
        return True
    names = Actor.objects.filter(committee_id=committee_id, kind=Actor.Kind.PERSON)
    return any(len(n) > 1 and n in whole for n in names.values_list("name", flat=True))


def title_from(text: str) -> str:
    """A first title from the first sentence, at most 30 characters."""
    first = re.split(r"[。！？\n；]", text.strip(), maxsplit=1)[0]
    return first[:30]
