"""来声 on the first start: notes in every state, two issues, firms' cases, a survey, charges, leads.

All made by the room's own verbs; the clock of a few is set back so that the lists look lived in.
"""

import io
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image, ImageDraw

from ....procedures.models import Clock
from ....procedures.office_calendar import today
from ....procedures.perform import REGISTRY
from ....procedures.seat import Seat
from ....voices.actions.add_photo import add_photo
from ....voices.actions.mark_excellent import mark_excellent
from ....voices.actions.receive import receive
from ....voices.actions.start import start
from ....voices.actions.start_issue import start_issue
from ....voices.models import Issue, Voice
from ....voices.people import nobody
from ..bodies import Body
from .voices_firms import charges, firms, leads, survey
from .voices_hands import Hands, do
from .voices_policies import policies
from .voices_texts import CITIZENS, NOTES


def fill(city: Body, counties: list[Body]) -> None:
    """Everything this room shows."""
    hands = Hands(city)
    notes(city, hands)
    citizens(city, hands)
    firms(city, hands)
    survey(city, hands)
    charges(city, hands)
    leads(city, hands)
    policies(city, hands)


def picture(text: str) -> SimpleUploadedFile:
    """A drawn picture that says it is one."""
    sheet = Image.new("RGB", (640, 420), (38, 50, 62))
    draw = ImageDraw.Draw(sheet)
    for x in range(60, 640, 140):
        draw.rectangle((x, 90, x + 8, 400), fill=(96, 108, 118))
        draw.ellipse((x - 14, 66, x + 22, 96), fill=(120, 116, 90) if x % 280 else (226, 205, 130))
    out = io.BytesIO()
    sheet.save(out, "JPEG")
    return SimpleUploadedFile(f"{text}.jpg", out.getvalue(), "image/jpeg")


def notes(city: Body, hands: Hands) -> None:
    """Members' notes, driven to the state each is to show."""
    made: dict[str, Voice] = {}
    ready: list[Voice] = []
    for n, (title, text, cause, asks, area, state) in enumerate(NOTES):
        if state == "merged":
            continue  # made and merged where its lead is brought on
        author = hands.member if n in (0, 2, 6, 9, 14) else hands.others[n]
        voice = start(author, client_key=f"demo-{n}")
        told = n % 3 == 0
        voice = REGISTRY[("voice", "edit")](
            author, voice.pk, secrecy="open",
            fields={"kind": "report", "title": title, "text": text, "analysis": cause,
                    "suggestion": asks, "area": area, "from_others": told},
            source_name="示例群众" if told else "", source_contact="0000-0000000" if told else "",
        )  # fmt: skip
        if n in (0, 7):
            add_photo(author, voice.pk, picture("巷口"))
        voice = do("voice", "submit", author, voice)  # type: ignore[assignment]
        made[title] = voice
        drive(hands, author, voice, title, text, cause, asks, state, made, ready)
        back(voice, days=26 - n)
    print_issues(hands, ready)
    research(city, hands)
    draft = start(hands.member, client_key="demo-draft")
    REGISTRY[("voice", "edit")](
        hands.member, draft.pk, secrecy="open",
        fields={"kind": "report", "text": "菜市场电子秤复检的贴纸都过期了，"},
    )  # fmt: skip
    rising(hands)


def drive(
    hands: Hands, author: Seat, voice: Voice, title: str, text: str, cause: str, asks: str, state: str,
    made: dict[str, Voice], ready: list[Voice],
) -> None:  # fmt: skip
    """By the verbs, as far as wanted."""
    editor = hands.editor
    if state == "received":
        return
    if state == "kept":
        do("voice", "not_use", editor, voice, reason_code="personal", words="已转街道调解。")
        return
    if state == "converted":
        do("voice", "turn_to_topic", editor, voice, title="老旧电梯更新的钱从哪里来")
        return
    do("voice", "screen", editor, voice)
    if state == "screened":
        return
    body = f"{text}\n反映认为，{cause}\n建议：{asks.replace(chr(10), '')}"
    do(
        "voice",
        "edit_text",
        editor,
        voice,
        title=f"关于解决{title}问题的建议"[:60],
        text=body,
        class_code="society",
    )
    if state == "editing":
        return
    if title == "老城背街小巷路灯无人报修":
        for late in NOTES[11:13]:
            seat = hands.others[9 + NOTES.index(late)]
            other = start(seat, client_key=f"demo-m-{late[0]}")
            REGISTRY[("voice", "edit")](
                seat,
                other.pk,
                secrecy="open",
                fields={"kind": "report", "title": late[0], "text": late[1], "area": late[4]},
            )
            do("voice", "submit", seat, other)
            do("voice", "merge_into", editor, other, lead=voice.pk)
            back(other, days=25)
    voice = do("voice", "ask_consent", editor, voice)  # type: ignore[assignment]
    if state == "consenting":
        return
    seats = {s.person_id: s for s in (hands.member, *hands.others)}
    for consent in voice.consents.all():
        do("voice", "agree", seats[consent.person_id], voice)
    if state == "agreed":
        return
    do("voice", "sign_off", hands.leader, voice)
    if state != "signed":
        ready.append(voice)


def print_issues(hands: Hands, ready: list[Voice]) -> None:
    """Two issues out, adoptions recorded, one answered back and closed."""
    editor, day = hands.editor, today()
    for rows, kind in ((ready[:3], Issue.Kind.PERIODICAL), (ready[3:], Issue.Kind.SPECIAL)):
        issue = start_issue(editor, kind=kind, items=[v.pk for v in rows])
        do("issue", "print_issue", editor, issue)
        do(
            "issue",
            "send_out",
            editor,
            issue,
            to=["市委办公室", "市政府办公室"],
            level="city",
            on=day,
        )
    first, second = ready[0], ready[1]
    do("voice", "record_adoption", editor, first, level="city", form="single", outcome="instructed",
       by_whom="分管副市长", on=day, words="请城管局会同各区理清归属，月底前报结果。")  # fmt: skip
    do("voice", "record_adoption", editor, first, level="province", form="combined", outcome="used",
       by_whom="省政协信息处", on=day)  # fmt: skip
    do("voice", "answer_back", editor, first, text="城管局已把三条巷子的路灯划归路灯所，坏灯已换。")
    do("voice", "close", editor, first)
    mark_excellent(editor, first.pk)
    do("voice", "record_adoption", editor, second, level="city", form="single", outcome="used",
       by_whom="市委办公室", on=day)  # fmt: skip


def research(city: Body, hands: Hands) -> None:
    """A micro-research of six firms with anonymised interviews."""
    voice = start(hands.member, kind="research", client_key="demo-research")
    said = (
        ("一家 30 人的纺织厂", "续贷要先还后贷"), ("一家 80 人的机械厂", "租的厂房不能抵押"),
        ("一家合作社", "回款三个月"), ("一家食品厂", "消防验收排队"), ("一家电子厂", "技工难招"),
        ("一家物流公司", "园区限高"),
    )  # fmt: skip
    voice = REGISTRY[("voice", "edit")](
        hands.member, voice.pk, secrecy="open",
        fields={"kind": "research", "title": "六家小厂的钱卡在哪里", "question": "小厂缺的是贷款，还是续贷的那几天",
                "method": "走访六家，各谈四十分钟", "text": "六家里三家说的是续贷的几天，不是贷不到。",
                "analysis": "先还后贷要过桥。", "suggestion": "推广无还本续贷，名单制先行。", "area": "全市"},
        interviews=[{"who": who, "way": "面谈", "note": note, "finding": "续贷衔接" if n < 3 else "其他"}
                    for n, (who, note) in enumerate(said)],
    )  # fmt: skip
    do("voice", "submit", hands.member, voice)


def rising(hands: Hands) -> None:
    """One theme that rises over the last three weeks."""
    for n, place in enumerate(("一江区", "二桥区", "三塘区", "四泉县", "一江区", "七星湖区")):
        seat = hands.others[n + 14]
        voice = start(seat, client_key=f"demo-rise-{n}")
        REGISTRY[("voice", "edit")](
            seat, voice.pk, secrecy="open",
            fields={"kind": "report", "title": f"{('预付卡', '健身预付卡', '理发店预付卡', '培训班预付卡', '洗车预付卡', '游泳馆预付卡')[n]}退不了钱",
                    "text": "店关了，卡里的钱退不了，几十户都一样。", "area": place},
        )  # fmt: skip
        do("voice", "submit", seat, voice)
        back(voice, days=n * 3)


def back(voice: Voice, days: int) -> None:
    """The day it came, set back; a few then show their limits."""
    at = timezone.now() - timedelta(days=days, hours=days % 7)
    Voice.objects.filter(pk=voice.pk).update(submitted_at=at)
    Clock.objects.filter(about_type="voice", about_id=voice.pk, kind="screen", met_on=None).update(
        due_on=today() + timedelta(days=5 - days % 9)
    )


def citizens(city: Body, hands: Hands) -> None:
    """Without account, by phone, and an anonymous one that names a person."""
    for n, (text, area, state) in enumerate(CITIZENS):
        voice = receive(
            nobody(city.committee.pk), kind="matter", secrecy="open", fields={"text": text, "area": area},
            source_name="示例居民" if n else "", source_contact="0000-1111111" if n else "",
            client_key=f"demo-citizen-{n}",
        )  # fmt: skip
        if state == "answered":
            do(
                "voice",
                "answer_matter",
                hands.editor,
                voice,
                text="城管局已把开门时间提前到五点半。",
            )
        if state == "converted":
            do("voice", "turn_to_task", hands.editor, voice, owner=city.units["minzheng"].pk
               if "minzheng" in city.units else next(iter(city.units.values())).pk,
               title="核实高龄补贴停发并补发", due_on=today() + timedelta(days=20))  # fmt: skip
    receive(
        hands.editor, kind="matter", secrecy="open", channel="call",
        fields={"text": "来电说，体育公园的饮水机三个月没出水。", "area": "二桥区"},
        source_name="示例来电人", source_contact="0000-2222222", client_key="demo-call",
    )  # fmt: skip
    receive(
        nobody(city.committee.pk), kind="matter", secrecy="open",
        fields={"text": "某街道王科长收了商户的好处，摊位都给了熟人。", "area": "一江区"},
        client_key="demo-anonymous",
    )  # fmt: skip
