"""征集通知: the contents and the units of a call, as they are written by drafting and by changing."""

from datetime import date
from typing import TypedDict

from ..actors.models import Actor
from ..procedures.verdicts import refuse
from .models import Call, Content, Handin


class ContentRow(TypedDict, total=False):
    """One content as the notice states it."""

    name: str
    words: list[str]
    figures: bool


def check(title: str, due_on: date | None, meeting_on: date | None, kind: str) -> None:
    """What every notice must say."""
    if not title.strip():
        raise refuse("请写通知的名称。")
    if due_on is None:
        raise refuse("请写交汇报的期限。")
    if kind == Call.Kind.MEETING and meeting_on is None:
        raise refuse("请写哪天开会。")
    if meeting_on and due_on > meeting_on:
        raise refuse("交汇报的期限要在开会以前，留出检查的时间。")


def set_contents(row: Call, contents: list[ContentRow]) -> None:
    """The contents in their order; what was checked against a content stays with it."""
    known = {c.name: c for c in row.contents.all()}
    wanted = []
    for order, content in enumerate(contents, 1):
        name = str(content.get("name", "")).strip()[:120]
        if not name or name in wanted:
            continue
        wanted.append(name)
        had = known.get(name) or Content(committee_id=row.committee_id, call=row, name=name)
        had.order = order
        had.words = [w.strip()[:30] for w in content.get("words", []) if w.strip()][:12]
        had.figures = bool(content.get("figures"))
        had.save()
    row.contents.exclude(name__in=wanted).delete()


def set_units(row: Call, units: list[int]) -> None:
    """Who is asked, in the order they will speak. A unit that handed in is never dropped silently."""
    found = Actor.objects.filter(committee_id=row.committee_id, pk__in=units, active=True).exclude(
        kind=Actor.Kind.PERSON
    )
    known = {h.unit_id: h for h in row.handins.all()}
    ids = set(found.values_list("pk", flat=True))
    if len(ids) != len(set(units)):
        raise refuse("有的单位不在名册里，请从名单里选。")
    for gone in known.keys() - ids:
        if known[gone].state != "asked":
            raise refuse(f"{known[gone].unit}已经交了汇报，不能从通知里去掉。")
        known[gone].delete()
    for order, pk in enumerate(dict.fromkeys(units), 1):
        had = known.get(pk) or Handin(committee_id=row.committee_id, call=row, unit_id=pk)
        had.speaks = order
        had.save()
