"""Joint work over the wall: a space is opened, each side writes, agrees, delivers and is answered."""

from collections.abc import Sequence
from datetime import date

from django.db.models import F, Max

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..flow import SIDE
from ..intake import keep_secrets_out
from ..models import CityPaper, CommonAdvice, Section, Side, Space, Stand
from ..queries import spaces
from ..telling import people_of

MOST_SIDES = 20


@act("space.open", "开设联合协商", Role.ORGANISER)
def open_space(
    seat: Seat,
    *,
    kind: str,
    title: str,
    partners: Sequence[int] = (),
    outside: str = "",
    text: str = "",
    place: str = "",
    held_on: date | None = None,
    papers_by: date | None = None,
    continues: int | None = None,
) -> Done:
    """The host's space: ``partners`` are committees of this installation, ``outside`` names cities
    (one a line) the host acts for. Each gets a side of its own. Returns the Space."""
    if kind not in Space.Kind.values:
        raise refuse("请选联合调研协商，还是城市群论坛。")
    if len(title.strip()) < 4:
        raise refuse("请写题目。")
    keep_secrets_out(title, text)
    wanted = [pk for pk in dict.fromkeys(partners) if pk != seat.committee_id]
    others = Actor.objects.filter(pk__in=wanted, kind=Actor.Kind.COMMITTEE, active=True)
    if others.count() != len(wanted):
        raise refuse("有的政协不在这个系统里，请写在“其他城市”一栏。")
    names = list(dict.fromkeys(n.strip()[:60] for n in outside.splitlines() if n.strip()))
    if not wanted and not names:
        raise refuse("请选和哪家政协一起做。")
    if len(wanted) + len(names) > MOST_SIDES:
        raise refuse(f"参加的城市最多 {MOST_SIDES} 个。")
    before = spaces(seat).filter(pk=continues).first() if continues else None
    if continues and before is None:
        raise refuse("没有找到要接续的那一项。", "wall")
    space = Space.objects.create(
        committee_id=seat.committee_id,
        kind=kind,
        title=title.strip()[:80],
        text=text.strip()[:2000],
        place=place.strip()[:80],
        held_on=held_on,
        papers_by=papers_by,
        continues=before,
    )
    host = Actor.objects.get(pk=seat.committee_id)
    rows = [(seat.committee_id, str(host), Side.Right.HOST)]
    rows += [(a.pk, str(a), Side.Right.WRITES) for a in others]
    rows += [(seat.committee_id, name, Side.Right.WRITES) for name in names]
    if len({name for _, name, _ in rows}) != len(rows):
        raise refuse("有两个城市同名，请分清楚。")
    Side.objects.bulk_create(
        Side(space=space, committee_id=owner, name=name, right=right) for owner, name, right in rows
    )
    invite(space, [a.pk for a in others])
    return Done(case=space, detail={"kind": kind, "sides": len(rows)})


def invite(space: Space, committees: list[int]) -> None:
    """Each partner's own staff learns of it in its own committee."""
    from ...notices.post import post

    for side in Side.objects.filter(space_id=space.pk, committee_id__in=committees):
        post(
            committee_id=side.committee_id,
            to=people_of(side.committee_id, "organiser"),
            kind="space.open",
            text=f"邀请参加{space.get_kind_display()}：{space.title}",
            case=side,
            url=space.get_absolute_url(),
            needs_act=True,
        )


def changed(case: Side) -> None:
    """The common text is another now: every agreement to the earlier one is of the past."""
    Space.objects.filter(pk=case.space_id).update(revision=F("revision") + 1)


@verb(SIDE, "write_section", Side)
def write_section(
    case: Side, seat: Seat, *, heading: str, text: str, section: int | None = None
) -> Done:
    """A new section, or one's own again; another side's is not touched."""
    if len(heading.strip()) < 2 or len(text.strip()) < 4:
        raise refuse("请写标题和内容。")
    if len(text) > 8000:
        raise refuse("一节写在 8000 字以内，长的请分节。")
    keep_secrets_out(heading, text)
    if section:
        row = Section.objects.filter(
            committee_id=case.committee_id, space_id=case.space_id, side=case, pk=section
        ).first()
        if row is None:
            raise refuse("只能改本方写的那一节。", "who")
        row.heading, row.text, row.by_id = heading.strip()[:80], text.strip(), seat.person_id
        row.save()
    else:
        most = Section.objects.filter(space_id=case.space_id).aggregate(m=Max("order"))["m"] or 0
        row = Section.objects.create(
            committee_id=case.committee_id,
            space_id=case.space_id,
            side=case,
            order=most + 1,
            heading=heading.strip()[:80],
            text=text.strip(),
            by_id=seat.person_id,
        )
    changed(case)
    return Done(about=row, detail={"order": row.order}, result=row)


@verb(SIDE, "send_paper", Side)
def send_paper(case: Side, seat: Seat, *, title: str, findings: str, author: str = "") -> Done:
    """A city's paper; after the day it still comes in and is marked late. Returns the paper."""
    if len(title.strip()) < 4 or len(findings.strip()) < 10:
        raise refuse("请写论文题目和主要发现。")
    keep_secrets_out(title, findings)
    space = Space.objects.get(pk=case.space_id)
    row = CityPaper.objects.create(
        committee_id=case.committee_id,
        space=space,
        side=case,
        title=title.strip()[:120],
        author=author.strip()[:80],
        findings=findings.strip()[:4000],
        late=bool(space.papers_by and today() > space.papers_by),
        on=today(),
    )
    return Done(about=row, detail={"late": row.late}, result=row)


@verb(SIDE, "add_common_advice", Side)
def add_common_advice(case: Side, seat: Seat, *, text: str, papers: Sequence[int] = ()) -> Done:
    """A recommendation of the synthesis with the papers it rests on; their cities support it."""
    if len(text.strip()) < 6:
        raise refuse("请写一条完整的建议。")
    keep_secrets_out(text)
    wanted = list(dict.fromkeys(papers))
    found = list(CityPaper.objects.filter(space_id=case.space_id, pk__in=wanted))
    if len(found) != len(wanted):
        raise refuse("有的论文不在这个论坛里。", "wall")
    most = CommonAdvice.objects.filter(space_id=case.space_id).aggregate(m=Max("order"))["m"] or 0
    row = CommonAdvice.objects.create(
        committee_id=case.committee_id,
        space_id=case.space_id,
        order=most + 1,
        text=text.strip()[:400],
    )
    row.papers.set(found)
    Stand.objects.bulk_create(
        Stand(
            committee_id=case.committee_id,
            advice=row,
            side_id=side,
            supports=True,
            note="论文中提出",
        )
        for side in dict.fromkeys(p.side_id for p in found)
    )
    changed(case)
    return Done(about=row, detail={"order": row.order, "papers": len(found)}, result=row)


@verb(SIDE, "take_stand", Side)
def take_stand(case: Side, seat: Seat, *, advice: int, supports: bool, note: str = "") -> Done:
    """This city supports a common recommendation or not; a "no" has a reason and is kept."""
    row = CommonAdvice.objects.filter(space_id=case.space_id, pk=advice).first()
    if row is None:
        raise refuse("没有这条建议。", "wall")
    if not supports and not note.strip():
        raise refuse("不支持请写原因，综合报告里会照写。")
    keep_secrets_out(note)
    Stand.objects.update_or_create(
        advice=row,
        side=case,
        defaults={
            "committee_id": case.committee_id,
            "supports": supports,
            "note": note.strip()[:200],
        },
    )
    return Done(about=row, detail={"order": row.order, "supports": supports})


@verb(SIDE, "agree_text", Side)
def agree_text(case: Side, seat: Seat, *, revision: int) -> Done:
    """To the text one has read: changed meanwhile, it must be read again."""
    space = Space.objects.get(pk=case.space_id)
    if revision != space.revision:
        raise refuse(f"文本已经改到第 {space.revision} 稿，请看过新稿再点同意。")
    case.agreed_revision = revision
    return Done(detail={"revision": revision})


@verb(SIDE, "deliver_report", Side)
def deliver_report(case: Side, seat: Seat, *, addressee: str) -> Done:
    """To this city's own party committee or government; each side delivers by itself."""
    if len(addressee.strip()) < 2:
        raise refuse("请写报送给谁。")
    case.addressee, case.delivered_on = addressee.strip()[:80], today()
    Space.objects.filter(pk=case.space_id, finished_on__isnull=True).update(finished_on=today())
    return Done()


@verb(SIDE, "record_answer", Side)
def record_answer(case: Side, seat: Seat, *, text: str, by: str, on: date) -> Done:
    """The answer or instruction of this city's addressee."""
    if len(text.strip()) < 4 or not by.strip():
        raise refuse("请写答复内容和是谁的答复（职务或机关）。")
    if on > today() or (case.delivered_on and on < case.delivered_on):
        raise refuse("答复的日期要在送达之后、今天之前。")
    keep_secrets_out(text)
    case.answer, case.answered_by, case.answered_on = text.strip()[:2000], by.strip()[:60], on
    return Done()
