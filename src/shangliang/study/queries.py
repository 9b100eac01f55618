"""Which rows of study a seat may see."""

from django.db.models import Q, QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Role, Seat
from .models import (
    Bank,
    BankQuestion,
    NeedsSurvey,
    Quiz,
    QuizEntry,
    StudyDuty,
    StudyItem,
    StudyNote,
    StudyPaper,
    StudyPlan,
)
from .who import KEEPERS, LEARNERS

SEE_ALL = (*KEEPERS, Role.LEADER)


def plans(seat: Seat) -> QuerySet[StudyPlan]:
    """Keepers and leaders all; those who learn what was issued."""
    rows = StudyPlan.objects.filter(committee_id=seat.committee_id)
    if seat.has(*SEE_ALL):
        return rows
    return rows.exclude(state="draft") if seat.has(*LEARNERS) else rows.none()


def items(seat: Seat) -> QuerySet[StudyItem]:
    """Keepers and leaders all; those who learn what was given out."""
    rows = StudyItem.objects.filter(committee_id=seat.committee_id).select_related("plan")
    if seat.has(*SEE_ALL):
        return rows
    if not seat.has(*LEARNERS):
        return rows.none()
    return rows.filter(state__in=["open", "closed"])


def duties(seat: Seat) -> QuerySet[StudyDuty]:
    """One's own; all of them for those who keep the plan."""
    rows = StudyDuty.objects.filter(committee_id=seat.committee_id).select_related(
        "item", "layer", "item__plan"
    )
    if not seat.signed_in:
        return rows.none()
    return rows if seat.has(*KEEPERS) else rows.filter(person_id=seat.person_id)


def shared_notes(seat: Seat, item: StudyItem) -> QuerySet[StudyNote]:
    """What people shared of what they learned; nothing else of notes is ever listed."""
    rows = StudyNote.objects.filter(
        committee_id=seat.committee_id, duty__item=item, shared_at__isnull=False
    ).select_related("duty__person")
    return rows if seat.has(*LEARNERS) else rows.none()


def papers(seat: Seat) -> QuerySet[StudyPaper]:
    """One's own; what was handed in, for keepers and leaders; what stands inside, for all who learn."""
    rows = StudyPaper.objects.filter(committee_id=seat.committee_id).select_related(
        "author", "item", "document"
    )
    if not seat.has(*LEARNERS):
        return rows.none()
    mine = Q(author_id=seat.person_id)
    if seat.has(*SEE_ALL):
        return rows.filter(mine | ~Q(state="draft"))
    return rows.filter(mine | Q(state="published"))


def banks(seat: Seat) -> QuerySet[Bank]:
    """Keepers all; others those one may practise."""
    rows = Bank.objects.filter(committee_id=seat.committee_id)
    if seat.has(*KEEPERS):
        return rows
    return rows.filter(state="open", practice=True) if seat.has(*LEARNERS) else rows.none()


def questions(seat: Seat) -> QuerySet[BankQuestion]:
    """With their answers, so only for those who keep the bank."""
    rows = BankQuestion.objects.filter(committee_id=seat.committee_id).select_related(
        "clause__intake", "clause__extract"
    )
    return rows if seat.has(*KEEPERS) else rows.none()


def quizzes(seat: Seat) -> QuerySet[Quiz]:
    """Keepers all; those who may take part from the opening on."""
    rows = Quiz.objects.filter(committee_id=seat.committee_id).select_related("item")
    if seat.has(*KEEPERS):
        return rows
    return rows.exclude(state="draft") if seat.has(*LEARNERS) else rows.none()


def entries(seat: Seat) -> QuerySet[QuizEntry]:
    """One's own answer sheet, nobody else's: results are read on the board."""
    rows = QuizEntry.objects.filter(committee_id=seat.committee_id, person_id=seat.person_id)
    return rows.select_related("quiz") if seat.signed_in else rows.none()


def entry_of(seat: Seat, row: Quiz) -> QuizEntry | None:
    """One's own sheet of this contest, with its team."""
    found = QuizEntry.objects.filter(
        committee_id=seat.committee_id, quiz=row, person_id=seat.person_id
    )
    return found.select_related("team", "quiz").first()


def needs_surveys(seat: Seat) -> QuerySet[NeedsSurvey]:
    """Keepers all; those who learn what was opened."""
    rows = NeedsSurvey.objects.filter(committee_id=seat.committee_id)
    if seat.has(*KEEPERS):
        return rows
    return rows.exclude(state="draft") if seat.has(*LEARNERS) else rows.none()


REACH.update(
    studyplan=plans,
    studyitem=items,
    studyduty=duties,
    studypaper=papers,
    bank=banks,
    bankquestion=questions,
    quiz=quizzes,
    quizentry=entries,
    needssurvey=needs_surveys,
)
