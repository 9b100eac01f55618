"""参加、表态、写说法: what people do without an account.

Bursts are no events of the chain: closing the round anchors them all by one digest (decision 5).
"""

import hashlib
import hmac
import secrets
import time

from django.db import IntegrityError, connection, transaction

from ...procedures.again import again
from ...procedures.numbering import allot
from ...procedures.office_calendar import today
from ...procedures.verdicts import refuse
from ..models import ALPHABET, Participant, Round, Statement, Ticket, Vote
from ..screening import look

A_MINUTE = 60  # answers of one participant; a person reads slower
RECEIPT = 12  # signs of the secret a person can write down: 60 bits
WAITING = 3  # own statements that may wait at once


def digest(secret: str) -> str:
    """What is stored of a browser's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def join(round_: Round, person_id: int = 0, ticket: str = "") -> str:
    """A new participant; returns the secret for the browser.

    Where one person has one voice, ``person_id`` or the ticket is turned into a keyed digest. Raises
    ``Refused``.
    """
    if round_.state != "open":
        raise refuse("这一场现在不收表态。", "state")
    if missing := out_of_time(round_):
        raise refuse(missing, "state")
    by_person = voice_of(round_, person_id, ticket)
    secret = "".join(secrets.choice(ALPHABET) for _ in range(RECEIPT))
    fresh = Participant(
        committee_id=round_.committee_id,
        round=round_,
        number=secrets.randbelow(10**12),
        secret=digest(secret),
        person_digest=by_person,
    )
    try:
        with transaction.atomic():
            fresh.save()
    except IntegrityError:
        # The same person from another device goes on where they were; the last device holds the key.
        found = Participant.objects.filter(
            committee_id=round_.committee_id, round=round_, person_digest=by_person
        )
        if not by_person or not found.update(secret=digest(secret)):
            raise
    return secret


def receipt_of(secret: str) -> str:
    """The secret as it is read out; nothing for those of before, which nobody can write down."""
    if len(secret) != RECEIPT:
        return ""
    return " ".join(secret[at : at + 4] for at in range(0, RECEIPT, 4))


def voice_of(round_: Round, person_id: int, ticket: str) -> str:
    """The keyed digest of the one voice, or nothing where everybody may come."""
    if not round_.one_voice:
        return ""
    who = str(person_id)
    if round_.entry == Round.Entry.TICKETS:
        who = plain_ticket(ticket)
        held = Ticket.objects.filter(
            committee_id=round_.committee_id, round=round_, digest=digest(who)
        )
        if not who or not held.exists():
            raise refuse("参加码不对，请照纸条再输一遍；字母不分大小写。", "who")
    elif not person_id:
        raise refuse("这一场只有登录的人能参加，一人一份。", "who")
    return hmac.new(bytes(round_.key or b""), who.encode(), hashlib.sha256).hexdigest()


def plain_ticket(text: str) -> str:
    """As printed, whatever spaces and small letters were typed."""
    return "".join(sign for sign in text.upper() if sign in ALPHABET)


def out_of_time(round_: Round) -> str:
    """Why no answer is taken today, by the round's own dates; nothing: it is."""
    if round_.opens_on and today() < round_.opens_on:
        return f"这一场 {round_.opens_on.month} 月 {round_.opens_on.day} 日开始，到时再来。"
    if round_.closes_on and today() > round_.closes_on:
        return f"这一场到 {round_.closes_on.month} 月 {round_.closes_on.day} 日为止，表态没有记上。"
    return ""


def known(round_: Round, secret: str) -> Participant | None:
    """Who holds this secret in this round."""
    if not secret:
        return None
    return Participant.objects.filter(
        committee_id=round_.committee_id, round=round_, secret=digest(secret)
    ).first()


def held_open(round_: Round) -> None:
    """Raise ``Refused`` unless the round is open, and keep it open until the transaction ends.

    A share of the row is enough: answers do not wait for each other, closing waits for all of them,
    and whoever comes while it closes is told so. Without it an answer could fall between the digest
    of the votes and the end of the round.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT state FROM consensus_round WHERE id = %s FOR SHARE", [round_.pk])
            (state,) = cursor.fetchone()
    else:  # SQLite: one transaction writes at a time
        state = Round.objects.values_list("state", flat=True).get(
            committee_id=round_.committee_id, pk=round_.pk
        )
    if state != "open":
        raise refuse("这一场已经结束，表态没有记上。", "state")
    if missing := out_of_time(round_):
        raise refuse(missing, "state")


def answer(round_: Round, who: Participant, statement: int, value: int) -> Vote:
    """One answer, added. The same answer again adds nothing: a phone may send it twice.

    Two devices of one participant are taken one after the other, so that the same answer sent twice
    at the same moment is one row.
    """
    if value not in (-1, 0, 1):
        raise refuse("请选同意、不同意或跳过。")

    def once() -> Vote:
        held_open(round_)
        mine = {"committee_id": round_.committee_id, "participant": who}
        Participant.objects.select_for_update(no_key=True).only("pk").get(pk=who.pk)
        shown = Statement.objects.filter(
            committee_id=round_.committee_id, round=round_, pk=statement, state="shown"
        )
        if not shown.exists():
            raise refuse("这一条刚刚撤下了，请看下一条。", "state")
        now = time.time_ns() // 1_000_000
        last = Vote.objects.filter(**mine, statement_id=statement).order_by("-id").first()
        if last and last.value == value:
            return last
        if Vote.objects.filter(**mine, at_ms__gt=now - 60_000).count() >= A_MINUTE:
            raise refuse("表态太快了，请看一眼再选，过一会儿再来。", "state")
        return Vote.objects.create(
            **mine, round=round_, statement_id=statement, value=value, at_ms=now
        )

    return again(once)


def say(round_: Round, who: Participant, text: str) -> Statement:
    """A participant's own statement: it waits until somebody has read it."""
    if round_.state != "open":
        raise refuse("这一场已经结束，不再收说法。", "state")
    if round_.says_until and today() > round_.says_until:
        raise refuse("收说法的日子过了，现在只表态。", "state")
    if who.said.filter(state="waiting").count() >= WAITING:
        raise refuse(f"您有 {WAITING} 条还在等人看，看完再写。", "state")
    text = look(round_, text)

    def once() -> Statement:
        held_open(round_)
        return Statement.objects.create(
            committee_id=round_.committee_id,
            round=round_,
            number=allot(round_.committee_id, f"statement:{round_.pk}"),
            text=text,
            author=who,
        )

    return again(once)
