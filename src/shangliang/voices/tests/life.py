"""Voices brought to a state by the real verbs, for tests."""

from datetime import timedelta

from shangliang.demo.small import SmallCity
from shangliang.procedures.office_calendar import today
from shangliang.procedures.perform import REGISTRY
from shangliang.voices.actions.receive import receive
from shangliang.voices.actions.start import start
from shangliang.voices.actions.start_issue import start_issue
from shangliang.voices.actions.start_policy import start_policy
from shangliang.voices.models import Issue, Policy, Voice

RULES = (
    "行业是工业、软件信息（第二条）\n从业人数不超过300（第三条）\n"
    "上年营业收入不少于2000 或 上年研发占比不少于3（第四条）"
)
TEXT = "老城三条背街小巷路灯多半不亮，晚上接孩子的家长只好打手电。灯归路灯所，电费归社区，坏了两边都不报修。"


def do(table, verb, seat, case, **data):
    """One verb by its name."""
    return REGISTRY[(table, verb)](seat, case.pk, **data)


def draft(city: SmallCity, who: str = "member", kind: str = "report", **fields) -> Voice:
    voice = start(city.seat(who), kind=kind)
    data = {"kind": kind, "text": TEXT, "suggestion": "一盏灯一个责任单位。"} | fields
    source = {"source_name": data.pop("source_name", ""), "source_contact": ""}
    return do("voice" if kind != "difficulty" else "difficulty", "edit", city.seat(who), voice,
              secrecy="open", fields=data, **source)  # fmt: skip


def received(city: SmallCity, who: str = "member", **fields) -> Voice:
    voice = draft(city, who, **fields)
    return do(voice.flow, "submit", city.seat(who), voice)


def edited(city: SmallCity, **fields) -> Voice:
    voice = received(city, **fields)
    editor = city.seat("editor")
    do("voice", "screen", editor, voice)
    return do(
        "voice",
        "edit_text",
        editor,
        voice,
        title="关于理清背街小巷路灯归属的建议",
        text="编后正文。",
    )


def signed(city: SmallCity, **fields) -> Voice:
    voice = edited(city, **fields)
    voice = do("voice", "ask_consent", city.seat("editor"), voice)
    for consent in voice.consents.all():
        who = next(k for k, p in city.people.items() if p.pk == consent.person_id)
        voice = do("voice", "agree", city.seat(who), voice)
    return do("voice", "sign_off", city.seat("leader"), voice)


def issued(city: SmallCity, *voices: Voice) -> Issue:
    rows = voices or (signed(city),)
    issue = start_issue(city.seat("editor"), items=[v.pk for v in rows])
    return do("issue", "print_issue", city.seat("editor"), issue)


def sent(city: SmallCity, *voices: Voice) -> Issue:
    issue = issued(city, *voices)
    return do(
        "issue", "send_out", city.seat("editor"), issue, to=["市委办公室"], level="city", on=today()
    )


def citizen(city: SmallCity, text: str = TEXT, **more) -> Voice:
    from shangliang.voices.people import nobody

    data = {"kind": "matter", "secrecy": "open", "fields": {"text": text, "area": "一江区"}} | more
    return receive(nobody(city.committee.pk), **data)


def handling(city: SmallCity, who: str = "member", code: str = "finance") -> Voice:
    voice = received(
        city, who, kind="difficulty", area="一江区", text="续贷要先还后贷，过桥资金太贵。"
    )
    return do("difficulty", "hand_over", city.seat("organiser"), voice,
              unit=city.units["finance"].pk, class_code=code)  # fmt: skip


def answered(city: SmallCity) -> Voice:
    voice = handling(city)
    unit = city.seat("staff_finance")
    do("difficulty", "analyse", unit, voice, cause="银行内部规定要求先还后贷。")
    return do("difficulty", "answer", unit, voice, result="solved", text="已协调无还本续贷。")


def policy(city: SmallCity, **more) -> Policy:
    """A draft: interest paid half for small industrial firms."""
    data = {
        "title": "技改贴息", "document": "澄政办〔2026〕9 号", "gives": "贷款利息补一半",
        "rules": RULES, "period": "第九条", "starts_on": today() - timedelta(days=30),
        "ends_on": today() + timedelta(days=30), "where": "政务大厅三楼企业窗口",
        "unit": city.units["finance"].pk, "papers": "营业执照\n贷款合同",
    } | more  # fmt: skip
    return start_policy(city.seat("organiser"), **data)
