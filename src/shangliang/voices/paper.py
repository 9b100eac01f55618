"""An issue as an official paper: red head, number, items, foot with cc, editor and signer."""

from ..engines.papers.official import Bulletin, Para, paragraphs
from .models import Issue
from .people import family

NUMERALS = "一二三四五六七八九十"


def paper_of(issue: Issue) -> Bulletin:
    """Names of sources never stand here; authors are named as the field does: 反映人 is not author."""
    body: list[Para] = []
    items = [item.voice for item in issue.items.select_related("voice__author", "voice__body")]
    single = len(items) == 1
    for place, voice in enumerate(items):
        if not single:
            numeral = NUMERALS[place] if place < 10 else str(place + 1)
            body.append(Para(f"{numeral}、{voice.edited_title}", "h1"))
        body += paragraphs(voice.edited_text)
        whole = family(voice)
        names = list(dict.fromkeys(v.author.name for v in whole if v.author))
        more = sum(v.author is None for v in whole)
        said = "、".join(names[:5]) + ("等" if len(names) > 5 else "")
        if more:
            said = f"{said}及群众 {more} 件" if said else f"群众来件 {more} 件"
        body.append(Para(f"（{said}综合）" if len(whole) > 1 else f"（{said}）"))
    committee = issue.committee
    title = items[0].edited_title if single and items else issue.title
    return Bulletin(
        masthead=issue.get_kind_display(),
        number=f"第{issue.number}期" if issue.number else "（未编号）",
        total=f"总第{issue.total}期" if issue.total else "",
        issuer=f"{committee.short or committee.name}办公室",
        date=issue.issued_on,
        title=title,
        paragraphs=body,
        to=[d.to for d in issue.dispatches.all()],
        editor=str(issue.editor),
        signer=str(issue.signer) if issue.signer else "",
    )
