"""Why a statement is not put to people; each is public (catalogue E8: no silent removal)."""

REASONS = {
    "person": "点了具体的人，或写了电话、住址",
    "insult": "辱骂、威胁或歧视",
    "off": "和题目无关",
    "same": "和已有的一条意思相同",
    "two": "一条里说了两件事，答不了同意还是不同意",
    "advert": "广告或链接",
    "secret": "可能涉密，请走保密渠道",
    "unclear": "看不明白",
}

POLICY = (
    "每条说法只说一件事，能答同意或不同意。点名个人、辱骂、广告、与题目无关、重复的不采用，"
    "每条都公开理由；组织者不改别人的话，不悄悄删，不给任何人加权。"
)
