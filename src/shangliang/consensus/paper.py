"""Whose sheet of paper it is: the same voice as online, where the round knows voices.

One person has one voice on a statement, by whatever door it comes in. The principle is that of the
Electoral Law (选举法第五条: one voter, one vote in one election); that a vote on paper and one by an app
are counted by one and the same rule is how Beijing counts owners' votes (市住房城乡建设委, 2020-11-25).
What a person answered in their own hand online is theirs: whoever types sheets adds to it and never
changes it. A sheet nobody has followed up online may be corrected by whoever typed it.
"""

import hmac
import secrets
from hashlib import sha256

from django.db import IntegrityError, transaction

from ..actors.models import Actor
from ..procedures.verdicts import refuse
from .actions.answer import voice_of
from .models import Participant, Round

LONGEST = 12


def voice_on_paper(case: Round, person: int, ticket: str, sheet: str) -> str:
    """The keyed digest of the sheet's voice: by the member, by the slip's code, or by the number written
    on a sheet of a round that knows nobody. Raises ``Refused``."""
    if case.entry == Round.Entry.OPEN:
        number = "".join(sheet.split()).upper()
        if not 1 <= len(number) <= LONGEST:
            raise refuse(f"请在纸上编个号（最多 {LONGEST} 个字），照着填；同一张纸只算一份。")
        return hmac.new(bytes(case.key or b""), f"sheet:{number}".encode(), sha256).hexdigest()
    if case.entry == Round.Entry.MEMBERS:
        people = Actor.objects.filter(committee_id=case.committee_id, kind=Actor.Kind.PERSON)
        if not people.filter(pk=person).exists():
            raise refuse("这一场一人一份，请写这张纸是谁填的。")
    return voice_of(case, person, ticket)


def person_of_sheet(case: Round, voice: str) -> tuple[Participant, bool]:
    """(the participant of this voice, locked; whether only this sheet made them)."""
    try:
        with transaction.atomic():
            return Participant.objects.create(
                committee_id=case.committee_id,
                round=case,
                number=secrets.randbelow(10**12),
                person_digest=voice,
                paper=True,
            ), True
    except IntegrityError:  # known by another sheet, or from a telephone
        rows = Participant.objects.select_for_update(no_key=True)
        return rows.get(committee_id=case.committee_id, round=case, person_digest=voice), False


def forget_voices(case: Round) -> None:
    """Destroy the key, and with it the way from a person, a slip or a sheet's number to an answer.

    A round of one voice a person does so at closing; one that may be opened again keeps its sheets'
    numbers until it is published, so that no sheet is counted a second time.
    """
    case.key = None
    Participant.objects.filter(committee_id=case.committee_id, round=case).exclude(
        person_digest=""
    ).update(person_digest="")
