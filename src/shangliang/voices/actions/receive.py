"""收到: from a citizen's page without account, or entered by staff from a call or a letter.

Stands outside the tables: there is no draft before it. The key makes it exactly once.
"""

from collections.abc import Sequence

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from ...journal import write as journal
from ...procedures import clocks
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Voice
from ..people import new_code
from ..photos import keep_photo
from ..texts import LONGEST, keep_out_secrets, tidy
from .edit import keep_source, own, set_fields
from .submit import take_in, tell_office

OFFICE = (Role.EDITOR, Role.ORGANISER, Role.CONVENOR)
PUBLIC = (Voice.Kind.MATTER, Voice.Kind.DIFFICULTY)


def receive(
    seat: Seat,
    *,
    kind: str,
    secrecy: str,
    fields: dict[str, object],
    source_name: str = "",
    source_contact: str = "",
    channel: str = "web",
    client_key: str = "",
    photos: Sequence[UploadedFile] = (),
) -> Voice:
    """One matter, handed in at once; the same key gives the same receipt. Raises Refused in words."""
    staff = seat.has(*OFFICE)
    if channel != Voice.Channel.WEB and not staff:
        raise refuse("电话、来信由工作人员登记。", "who")
    if kind not in (Voice.Kind.values if staff else PUBLIC):
        raise refuse("这里收群众来声和企业难题。")
    if channel not in Voice.Channel.values:
        raise refuse("请选是电话、来信来访还是网上。")
    texts = {n: tidy(n, str(fields[n] or "")) for n in LONGEST if n in fields}
    keep_out_secrets(secrecy, *texts.values(), source_name, source_contact)
    if not texts.get("text"):
        raise refuse("还没有写看到了什么。")
    if known := sent_before(seat, client_key):
        return known
    try:
        with transaction.atomic():
            return begin(
                seat, kind, fields, texts, source_name, source_contact, channel, client_key, photos
            )
    except IntegrityError:
        known = sent_before(seat, client_key)
        if known is None:
            raise
        return known


def sent_before(seat: Seat, client_key: str) -> Voice | None:
    """The key is random and made in the sender's page: whoever has it sent it."""
    if not client_key:
        return None
    found = Voice.objects.filter(committee_id=seat.committee_id, client_key=client_key[:64]).first()
    if found and found.author_id:
        raise refuse("这一页已经由别人交过，请重新打开再写。", "wall")
    return found


def begin(
    seat: Seat,
    kind: str,
    fields: dict[str, object],
    texts: dict[str, str],
    name: str,
    contact: str,
    channel: str,
    key: str,
    photos: Sequence[UploadedFile],
) -> Voice:
    case = Voice(
        committee_id=seat.committee_id,
        kind=kind,
        state="received",
        channel=channel,
        client_key=key[:64],
        public_code=new_code(),
        entered_by_id=seat.person_id or None,
        from_others=True,
        anonymous=not name.strip(),
    )
    set_fields(case, {k: v for k, v in fields.items() if k not in ("kind", "from_others")}, texts)
    if kind == Voice.Kind.DIFFICULTY and seat.has(*OFFICE):
        case.firm_id = own(seat.committee_id, fields.get("firm"), "firm")
    elif kind == Voice.Kind.DIFFICULTY:
        case.firm_id = None  # a stranger does not choose from the register
    take_in(case)
    case.save()
    if name.strip() or contact.strip():
        keep_source(case, name, contact)
    for photo in photos:
        keep_photo(case, photo)
    clocks.start(case, ("screen",), root=case)
    journal.write(
        committee_id=case.committee_id,
        person_id=seat.person_id or None,
        verb="voice.receive",
        case=case,
        detail={"kind": kind, "channel": channel, "serial": case.serial},
    )
    tell_office(case, seat)
    return case
