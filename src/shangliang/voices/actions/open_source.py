"""打开反映人: the editor of the item alone, with a reason, each time an event (catalogue E1)."""

from django.db import transaction

from ...journal import write as journal
from ...journal.erasures import deletes
from ...procedures.office_calendar import today
from ...procedures.perform import lock
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import Refused, Verdict, refuse
from ..models import Source, Voice

REASONS = {
    "verify": "核实情况",
    "ask_more": "请对方补充",
    "answer": "把结果告诉对方",
    "danger": "涉及人身安全，须立即联系",
}


def may_open(seat: Seat, case: Voice) -> str | None:
    """The editor of this item; an organiser for a firm's difficulty. Leaders and units never."""
    if seat.person_id and seat.person_id == case.entered_by_id and case.author_id is None:
        return None  # who wrote it down heard it
    if case.kind == Voice.Kind.DIFFICULTY and seat.has(Role.ORGANISER, Role.EDITOR):
        return None
    if not seat.has(Role.EDITOR):
        return "反映人只有本件编辑能打开。"
    if case.editor_id not in (None, seat.person_id):
        return "本件由另一位编辑在办，反映人只有那位编辑能打开。"
    return None


def open_source(seat: Seat, pk: int, *, reason: str) -> Source:
    """The protected row. Raises Refused; every opening writes an event before anything is shown."""
    with transaction.atomic():
        case = lock(Voice, pk, seat.committee_id)
        if case.state == "draft":
            raise Refused(Verdict(False, "没有找到这一件。", "wall"))
        if said := may_open(seat, case):
            raise refuse(said, "who")
        if reason not in REASONS:
            raise refuse("请选为什么要打开。")
        row = Source.objects.filter(voice=case, committee_id=case.committee_id).first()
        if row is None:
            raise refuse("这件没有留下反映人。")
        if case.editor_id is None and seat.has(Role.EDITOR) and case.flow == "voice":
            case.editor_id = seat.person_id
            case.save(update_fields=["editor"])
        journal.write(
            committee_id=case.committee_id, person_id=seat.person_id, verb="voice.open_source",
            case=case, about=row, detail={"reason": reason},
        )  # fmt: skip
        return row


def erase_due(committee_id: int) -> int:
    """Erase what was kept long enough: name and contact go, that there was a source stays."""
    with transaction.atomic():
        due = Source.objects.select_for_update(of=("self",)).filter(
            committee_id=committee_id, keep_until__lt=today(), erased_on__isnull=True
        )
        rows = list(due.select_related("voice"))
        for row in rows:
            empty_source(row)
            journal.write(
                committee_id=committee_id,
                person_id=None,
                verb="voice.erase_source",
                case=row.voice,
                about=row,
            )
        return len(rows)


def empty_source(row: Source) -> None:
    row.name, row.contact, row.erased_on = "", "", today()
    row.save()


@deletes("voice.erase_source")
def erase_source_again(committee_id: int, pk: int) -> None:
    for row in Source.objects.filter(committee_id=committee_id, pk=pk):
        empty_source(row)
