"""Edits of real letters by rule, and distractors spliced from others: the near-duplicate test.

The rules follow the description of the public baselines: light (8 % of the characters), shuffle (40 %
of the sentences dropped, the rest shuffled), paraphrase (synonyms, clauses swapped and dropped, new
opening and close), summary (a quarter of the sentences, at most 160 characters).
"""

import random
import re

SYNONYMS = [
    ("小区", "住宅区"), ("居民", "住户"), ("希望", "盼望"), ("要求", "请求"), ("解决", "处理"), ("问题", "情况"),
    ("政府", "有关方面"), ("部门", "单位"), ("严重", "厉害"), ("影响", "妨碍"), ("没有", "并未"), ("现在", "目前"),
    ("因为", "由于"), ("所以", "因此"), ("但是", "可是"), ("非常", "十分"), ("一直", "始终"), ("马上", "立即"),
    ("房子", "住房"), ("孩子", "小孩"), ("学校", "校方"), ("老师", "教师"), ("医院", "院方"), ("公司", "企业"),
    ("工资", "薪酬"), ("噪音", "噪声"), ("垃圾", "废弃物"), ("道路", "路面"), ("车辆", "汽车"), ("停车", "泊车"),
    ("物业", "物管"), ("业主", "房主"), ("开发商", "房企"), ("投诉", "举报"), ("咨询", "询问"), ("办理", "办"),
    ("安全", "安危"), ("污染", "脏污"), ("晚上", "夜间"), ("每天", "天天"), ("多次", "屡次"),
]  # fmt: skip
SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?\n]?")


def sentences(text: str) -> list[str]:
    return [s for s in SENTENCE.findall(text) if s.strip()]


def light(text: str, rng: random.Random) -> str:
    out = []
    for char in text:
        dice = rng.random()
        if dice < 0.03:
            continue
        out.append(char)
        if dice > 0.95:
            out.append(rng.choice("的了是在有不这"))
    return "".join(out)


def shuffle(text: str, rng: random.Random) -> str:
    kept = [s for s in sentences(text) if rng.random() > 0.4] or sentences(text)[:1]
    rng.shuffle(kept)
    return "".join(kept)


def synonymous(text: str) -> str:
    for one, other in SYNONYMS:
        text = text.replace(one, other)
    return text


def paraphrase(text: str, rng: random.Random) -> str:
    out = []
    for sentence in sentences(synonymous(text)):
        clauses = [c for c in re.split(r"[，,；;]", sentence) if c]
        clauses = [c for c in clauses if rng.random() > 0.2] or clauses
        if len(clauses) > 1 and rng.random() < 0.5:
            clauses[0], clauses[1] = clauses[1], clauses[0]
        out.append("，".join(clauses))
    body = "".join(c for c in "".join(out) if rng.random() > 0.15)
    return f"领导好，有件事想向您说说。{body}以上请予重视，盼复。"


def summary(text: str, rng: random.Random) -> str:
    all_ = sentences(text)
    count = max(1, len(all_) // 4)
    kept = sorted(rng.sample(range(len(all_)), count))
    return synonymous("".join(all_[n] for n in kept))[:160]


EDITS = {"light": light, "shuffle": shuffle, "paraphrase": paraphrase, "summary": summary}


def spliced(pool: list[list[str]], rng: random.Random) -> str:
    """Runs of one to four sentences from two to four letters, places and numbers changed."""
    parts: list[str] = []
    for _ in range(rng.randint(2, 4)):
        letter = rng.choice(pool)
        at = rng.randrange(len(letter))
        parts += letter[at : at + rng.randint(1, 4)]
    text = "".join(parts)
    text = re.sub(
        r"[A-Z]\d?(?=[市区县])", lambda _: rng.choice("BCDEFGHJK") + str(rng.randint(1, 9)), text
    )
    return re.sub(r"\d+", lambda m: str(rng.randint(1, 10 ** len(m.group()))), text)
