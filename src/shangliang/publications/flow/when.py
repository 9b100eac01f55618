"""What must hold, in a sentence each."""

from ...procedures.seat import Seat
from ...submissions.actions.publish import personal_marks
from ..checks import closed_source, hands_of, unproved
from ..models import Gazette, Piece


def written(seat: Seat, case: Piece) -> str | None:
    """Every part that is asked for says something."""
    empty = [
        p.label for p in case.book.parts if p.needed and not case.parts.get(p.code, "").strip()
    ]
    return f"“{'、'.join(empty)}”还没有写。" if empty else None


def no_private_numbers(seat: Seat, case: Piece) -> str | None:
    """No mobile, no identity number; what the press may call stands in its own part."""
    said = "\n".join([case.title, *(t for code, t in case.parts.items() if code != "contact")])
    found = personal_marks(said)
    return f"正文里有像个人号码的：{'、'.join(found)}。先去掉。" if found else None


def claims_proved(seat: Seat, case: Piece) -> str | None:
    """Each figure and superlative rests on something that is still public."""
    open_ = unproved(case)
    if not open_:
        return None
    some = "、".join(f"“{c.words}”" for c in open_[:3])
    return f"{len(open_)} 个说法还没有凭据：{some}。先接上凭据，或者改掉。"


def source_open(seat: Seat, case: Piece) -> str | None:
    """What it tells of is public still."""
    return closed_source(case)


def other_hands(seat: Seat, case: Piece) -> str | None:
    """Who wrote does not review; who reviewed one step does not do another."""
    wrote, reviewed = hands_of(case)
    if seat.person_id in wrote:
        return "写稿的人不审自己的稿，请另一位来审。"
    if seat.person_id in reviewed:
        return "您已经审过前面一步，三审要三个人。"
    return None


def in_no_gazette(seat: Seat, case: Piece) -> str | None:
    """A text in an issue is taken out of it first."""
    return f"已经编进{case.gazette}，先从那一期里拿出来。" if case.gazette_id else None


def alone(seat: Seat, case: Piece) -> str | None:
    """It comes out by itself, not in an issue."""
    if case.book.paper == "issue":
        return "期刊稿编进一期，随期刊出来。"
    return None


def amendment_waits(seat: Seat, case: Piece) -> str | None:
    """A correction written by somebody else waits."""
    rows = case.amendments.filter(passed_on__isnull=True)
    if not rows:
        return "没有等发布的更正。"
    if all(r.by_id == seat.person_id for r in rows):
        return "更正由写的人以外的人发布。"
    return None


def practice(seat: Seat, case: Piece) -> str | None:
    """It is a case of experience."""
    return None if case.kind == "practice" else "只有典型经验可以采用。"


def taken_up(seat: Seat, case: Piece) -> str | None:
    """Somebody took it up; a unit speaks of its own."""
    rows = case.uptakes.all()
    if seat.units:
        rows = rows.filter(who_id__in=seat.units)
    return None if rows.exists() else "还没有采用的记录。"


def has_pieces(seat: Seat, case: Gazette) -> str | None:
    """Something stands in it."""
    return None if case.pieces.exists() else "这一期里还没有稿件。"


def all_open(seat: Seat, case: Gazette) -> str | None:
    """Every text of it is reviewed, proved, and of something that is public still."""
    for piece in case.pieces.order_by("place", "pk"):
        said = closed_source(piece)
        if said is None and (open_ := unproved(piece)):
            said = f"{len(open_)} 个说法的凭据不在了。"
        if said:
            return f"《{piece.title}》：{said}"
    return None
