"""三作请同事看: show a piece of one's own sheet, words by name, an answer, hiding, taking back."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from ...engines.points import Fact
from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ...submissions.models import Submission
from ..flow.homework import SHARED_WORK, WORK_COMMENT
from ..models import SharedWork, WorkComment
from ..year import build


def own_piece(seat: Seat, year: int, source_type: str, source_id: int) -> tuple[str, Fact] | None:
    """(which of the three, the fact) of one's own sheet of that year, or none."""
    for work in build(seat, seat.person_id, year).homework:
        for fact, _ in work.done:
            if (fact.source_type, fact.source_id) == (source_type, source_id):
                return (work.key, fact) if may_be_shown(seat, fact) else None
    return None


def may_be_shown(seat: Seat, fact: Fact) -> bool:
    """Not the inner channel (docs/field.md 2.1), and no proposal that is kept confidential."""
    if fact.source_type == "voice":
        return False
    secret = Submission.objects.filter(
        committee_id=seat.committee_id, pk=fact.source_id, confidential=True
    )
    return fact.source_type != "submission" or not secret.exists()


@act("shared_work.share", "请同事看", Role.MEMBER)
def share_work(seat: Seat, *, year: int, source_type: str, source_id: int, text: str) -> Done:
    """Only what stands on one's own sheet; it is open to the members of the own committee."""
    found = own_piece(seat, year, source_type, source_id)
    if found is None:
        raise refuse("这一件不在您的三作里，或者是内部渠道的来声、不公开的提案，不拿出来。")
    if not text.strip():
        raise refuse("请写几句：做了什么，想请同事看哪里。")
    kind, fact = found
    try:
        with transaction.atomic():
            row = SharedWork.objects.create(
                committee_id=seat.committee_id, person_id=seat.person_id, year=year, kind=kind,
                source_type=source_type, source_id=source_id, title=fact.title[:160],
                text=text.strip()[:2000],
            )  # fmt: skip
    except IntegrityError:
        raise refuse("这一件已经请同事看过了。") from None
    return Done(case=row, detail={"kind": kind})


@verb(SHARED_WORK, "comment_work", SharedWork)
def comment_work(case: SharedWork, seat: Seat, *, text: str) -> Done:
    """About the work, by name; its owner is told."""
    if not text.strip():
        raise refuse("请写意见。")
    row = WorkComment.objects.create(
        committee_id=case.committee_id, work=case, by_id=seat.person_id, text=text.strip()[:500]
    )
    post(
        committee_id=case.committee_id, to=[case.person_id], kind="shared_work.comment",
        text=f"同事对您的“{case.title}”写了意见", case=case, url=case.get_absolute_url(),
        but=seat.person_id,
    )  # fmt: skip
    return Done(about=row, beside=True)


@verb(SHARED_WORK, "stop_sharing", SharedWork)
def stop_sharing(case: SharedWork, seat: Seat) -> Done:
    """Colleagues see it no more; what they wrote stays with the owner."""
    return Done()


@verb(SHARED_WORK, "share_again", SharedWork)
def share_again(case: SharedWork, seat: Seat) -> Done:
    """As it stood."""
    return Done()


@verb(WORK_COMMENT, "answer_comment", WorkComment)
def answer_comment(case: WorkComment, seat: Seat, *, answer: str) -> Done:
    """One answer beside the words; writing it again replaces it."""
    if not answer.strip():
        raise refuse("请写答复。")
    case.answer, case.answered_at = answer.strip()[:500], timezone.now()
    post(
        committee_id=case.committee_id, to=[case.by_id], kind="work_comment.answer",
        text=f"您对“{case.work.title}”的意见有了答复", case=case.work,
        url=case.get_absolute_url(), but=seat.person_id,
    )  # fmt: skip
    return Done()


@verb(WORK_COMMENT, "hide_comment", WorkComment)
def hide_comment(case: WorkComment, seat: Seat) -> Done:
    """Seen by its writer and the owner alone."""
    return Done()


@verb(WORK_COMMENT, "show_comment", WorkComment)
def show_comment(case: WorkComment, seat: Seat) -> Done:
    return Done()


@verb(WORK_COMMENT, "take_back_comment", WorkComment)
def take_back_comment(case: WorkComment, seat: Seat) -> Done:
    """Its words go; that something was taken back stays."""
    case.text = case.answer = ""
    return Done()
