"""Turns that are taken once: the daily digest, the nightly anchor, however many processes ask."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from .models import Heartbeat


def beat(name: str, note: str = "") -> None:
    """It happened now."""
    Heartbeat.objects.update_or_create(
        name=name, defaults={"at": timezone.now(), "note": note[:300]}
    )


def claim(name: str, key: str) -> bool:
    """Whether this turn is ours: true for the first who asks with this key, false for all others."""
    taken = Heartbeat.objects.filter(name=name).exclude(key=key)
    if taken.update(key=key, at=timezone.now()):
        return True
    if Heartbeat.objects.filter(name=name).exists():
        return False
    try:
        with transaction.atomic():
            Heartbeat.objects.create(name=name, key=key, at=timezone.now())
    except IntegrityError:
        return False
    return True


def last(name: str) -> Heartbeat | None:
    """When it last happened."""
    return Heartbeat.objects.filter(name=name).first()
