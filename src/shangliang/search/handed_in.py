"""What was handed in by people: the kinds that are counted by field and looked through for signals."""

from django.db.models import Q

HANDED_IN = ("proposal", "voice")
# Not handed in yet, or taken back.
UNSENT = {
    "proposal": Q(state__in=("draft", "discarded", "approving")),
    "voice": Q(state__in=("draft", "withdrawn")),
}
