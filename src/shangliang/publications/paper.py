"""An issue and a text as papers: from one content, Word and PDF, with what was corrected since."""

from ..engines.papers.official import Bulletin, Para, Report, Section, paragraphs
from ..web.tagkit.dates import cn_date
from .checks import shown_now
from .models import Gazette, Piece

NUMERALS = "一二三四五六七八九十"


def numeral(n: int) -> str:
    return NUMERALS[n - 1] if n <= 10 else str(n)


def corrections(piece: Piece) -> list[str]:
    """Passed ones, each with its day."""
    rows = [a for a in piece.amendments.all() if a.passed_on]
    return [f"更正（{cn_date(a.passed_on)}）：{a.text}" for a in rows]


def body_of(piece: Piece) -> list[Para]:
    """Parts with their headings, then the corrections."""
    out: list[Para] = []
    n = 0
    for heading, text in piece.said():
        if heading:
            n += 1
            out.append(Para(f"（{numeral(n)}）{heading}", "h2"))
        out += paragraphs(text)
    return out + [Para(line) for line in corrections(piece)]


def gazette_paper(case: Gazette) -> Bulletin:
    """As it stands now: a text taken back since leaves its place with a word."""
    rows = list(case.pieces.order_by("place", "pk").prefetch_related("amendments"))
    shown = {p.pk for p in shown_now(rows) if p.state != "withdrawn"}
    body = paragraphs(case.preface)
    for n, row in enumerate(rows, 1):
        if row.pk not in shown:
            body.append(Para(f"{numeral(n)}、（这一篇已经撤下）", "h1"))
            continue
        body.append(Para(f"{numeral(n)}、{row.title}", "h1"))
        body += body_of(row)
    office = case.committee
    return Bulletin(
        masthead=case.name,
        number=f"{case.year}年第{case.number}期" if case.number else "（未出刊）",
        issuer=f"{office.short or office.name}办公室",
        date=case.issued_on,
        title="",
        paragraphs=body,
        editor=str(case.editor),
        signer=str(case.signer) if case.signer else "",
    )


def piece_paper(piece: Piece) -> Report:
    """One text by itself, for the press: what it says, what each claim rests on."""
    sections = [Section("", body_of(piece))]
    proofs = [p for p in piece.proofs.all() if p.about_type]
    if proofs:
        lines = [Para(f"“{p.words}”：{p.label}") for p in proofs]
        sections.append(Section("凭据", lines))
    office = piece.committee
    return Report(
        title=piece.title, sections=sections, issuer=f"{office.short or office.name}办公室",
        date=piece.published_on,
    )  # fmt: skip
