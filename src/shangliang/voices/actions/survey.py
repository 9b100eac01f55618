"""企业摸底: start, links, reminders, answers, grouping, cases, end."""

import secrets
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from ...actors.models import Actor
from ...journal import write as journal
from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock, verb
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..flow import SURVEY
from ..grouping import guess
from ..models import Survey, SurveyAnswer, SurveyLink, Voice
from ..people import new_code
from ..texts import keep_out_secrets
from .submit import take_in

MOST_FIRMS = 2000


def start_survey(seat: Seat, *, title: str, purpose: str, ends_on: date) -> Survey:
    """Purpose, holder and end stand on the page the firms see (catalogue E5)."""
    if not seat.has(Role.EDITOR, Role.ORGANISER):
        raise refuse("只有信息编辑或专委会工作人员可以。", "who")
    if not title.strip() or not purpose.strip():
        raise refuse("请写题目，和为了什么、谁用、用到什么时候。")
    if ends_on < today():
        raise refuse("截止日不能早于今天。")
    with transaction.atomic():
        survey = Survey.objects.create(
            committee_id=seat.committee_id, title=title.strip()[:80],
            purpose=purpose.strip()[:300], ends_on=ends_on, by_id=seat.person_id,
        )  # fmt: skip
        journal.write(
            committee_id=survey.committee_id, person_id=seat.person_id, verb="survey.start",
            case=survey, detail={"until": ends_on},
        )  # fmt: skip
        return survey


@verb(SURVEY, "invite_firms", Survey)
def invite_firms(case: Survey, seat: Seat, *, firms: Sequence[int] = (), names: str = "") -> Done:
    """A link for each firm of the register; new names (one a line) are entered on the way."""
    wanted = set(firms)
    for line in names.splitlines():
        if name := " ".join(line.split())[:120]:
            known = Actor.objects.filter(
                committee_id=case.committee_id, kind=Actor.Kind.FIRM, name=name
            ).first()
            row = known or Actor.objects.create(
                committee_id=case.committee_id, kind=Actor.Kind.FIRM, name=name
            )
            wanted.add(row.pk)
    found = list(
        Actor.objects.filter(
            pk__in=wanted, committee_id=case.committee_id, kind=Actor.Kind.FIRM
        ).values_list("pk", flat=True)
    )
    if not found:
        raise refuse("请选企业，或一行写一家企业的名称。")
    has = set(case.links.values_list("firm_id", flat=True))
    if len(has | set(found)) > MOST_FIRMS:
        raise refuse(f"一次摸底最多 {MOST_FIRMS} 家。")
    fresh = [pk for pk in found if pk not in has]
    SurveyLink.objects.bulk_create(
        SurveyLink(
            committee_id=case.committee_id, survey=case, firm_id=pk,
            public_code=secrets.token_urlsafe(18),
        )
        for pk in fresh
    )  # fmt: skip
    return Done(detail={"count": len(fresh)})


@verb(SURVEY, "remind_firms", Survey)
def remind_firms(case: Survey, seat: Seat) -> Done:
    """Counts the reminder of every firm that has not answered; at most one a day. The office sends
    the list it exports, since firms have no account here."""
    silent = case.links.exclude(answers__forwarded=False).exclude(reminded_on=today())
    rows = list(silent)
    if not rows:
        raise refuse("没有要催的：都填了，或者今天已经催过。")
    for row in rows:
        row.reminded, row.reminded_on = row.reminded + 1, today()
    SurveyLink.objects.bulk_update(rows, ["reminded", "reminded_on"])
    return Done(detail={"count": len(rows)})


def answer_survey(
    committee_id: int, code: str, *, device: str, is_firm: bool, fields: dict[str, str]
) -> SurveyAnswer:
    """What a firm sends by its link.

    The firm's own answer may be changed from the device that gave it, until the end. From another
    device, or when the person says it is another firm, the answer is kept apart as forwarded and
    never lies over the firm's own. Raises Refused; nothing typed is lost, the page shows it again.
    """
    keep_out_secrets("open", fields.get("problem", ""))
    with transaction.atomic():
        link = SurveyLink.objects.filter(committee_id=committee_id, public_code=code).first()
        if link is None:
            raise refuse("这个填报链接不对，请核对或向发链接的人要。", "wall")
        survey = lock(Survey, link.survey_id, committee_id)
        if survey.state != "open" or survey.ends_on < today():
            raise refuse(f"这次摸底 {survey.ends_on:%-m 月 %-d 日}已经截止。")
        own = link.answers.filter(forwarded=False).first()
        mine = link.answers.filter(device=device).first()
        forwarded = not is_firm or (own is not None and own.device != device)
        row = mine or SurveyAnswer(
            committee_id=committee_id, link=link, survey=survey, device=device, forwarded=forwarded
        )
        if mine is None and forwarded and link.answers.count() > 50:
            raise refuse("这个链接被转发得太多，已停止接收。请向主办单位要本企业自己的链接。")
        fill(row, fields)
        row.save()
        journal.write(
            committee_id=committee_id, person_id=None, verb="survey.answered", case=survey,
            about=row, detail={"forwarded": row.forwarded},
        )  # fmt: skip
        return row


def fill(row: SurveyAnswer, fields: dict[str, str]) -> None:
    """The few answers, each of its own list; the free text gets its suggested class."""
    A = SurveyAnswer
    if fields.get("work") not in A.Work.values:
        raise refuse("请选开工情况。")
    row.work = fields["work"]
    row.orders = fields.get("orders", "") if fields.get("orders") in A.Trend.values else ""
    row.cash = fields.get("cash", "") if fields.get("cash") in A.Cash.values else ""
    share = fields.get("staff_back", "").strip()
    if share and not (share.isdigit() and int(share) <= 100):
        raise refuse("返岗比例写 0 到 100 的整数。")
    row.staff_back = int(share) if share else None
    row.trade = fields.get("trade", "").strip()[:20]
    text = fields.get("problem", "").strip()
    if len(text) > 1000:
        raise refuse(f"“最难的一件事”最多 1000 字，现在 {len(text)} 字。")
    row.problem = text
    if not row.matter_settled:
        row.matter = guess(text, row.survey.rules.matters).code if text else ""


@verb(SURVEY, "settle_matter", Survey)
def settle_matter(case: Survey, seat: Seat, *, answer: int, matter: str) -> Done:
    """A person settles (or corrects) what the words suggested."""
    row = case.answers.filter(pk=answer).first()
    if row is None:
        raise refuse("没有找到这份答卷。", "wall")
    if case.rules.matter(matter) is None:
        raise refuse("请选一类。")
    row.matter, row.matter_settled = matter, True
    row.save(update_fields=["matter", "matter_settled"])
    return Done(about=row, detail={"class": matter})


@verb(SURVEY, "make_cases", Survey)
def make_cases(case: Survey, seat: Seat, *, matter: str) -> Done:
    """Each firm's own problem of one class becomes a difficulty; done twice it makes none twice."""
    kind: Any = case.rules.matter(matter)
    if kind is None:
        raise refuse("请选一类。")
    rows = case.answers.filter(forwarded=False, matter=matter, voice=None).exclude(problem="")
    made = []
    for row in rows.select_related("link"):
        voice = Voice(
            committee_id=case.committee_id, kind=Voice.Kind.DIFFICULTY, state="received",
            channel=Voice.Channel.SURVEY, public_code=new_code(), entered_by_id=seat.person_id,
            firm_id=row.link.firm_id, class_code=matter, text=row.problem,
            client_key=f"survey:{row.pk}",
        )  # fmt: skip
        take_in(voice)
        voice.save()
        row.voice = voice
        row.save(update_fields=["voice"])
        journal.write(
            committee_id=case.committee_id, person_id=seat.person_id, verb="voice.receive",
            case=voice, about=row, detail={"kind": "difficulty", "class": matter},
        )  # fmt: skip
        made.append(voice)
    if not made:
        raise refuse("这一类没有还没立案的难题。")
    return Done(detail={"count": len(made), "class": matter})


@verb(SURVEY, "close_survey", Survey)
def close_survey(case: Survey, seat: Seat) -> Done:
    """No answers after this; the links lead to a page that says so."""
    return Done(detail={"count": case.answers.filter(forwarded=False).count()})
