"""The committee wall's foundation: a row belongs to one committee, and no list is read without it."""

from django.db import models


class CommitteeOwned(models.Model):
    """A row of one committee (政协委员会). ``tests/wall.py`` watches that every list names it."""

    committee = models.ForeignKey(
        "actors.Actor", on_delete=models.PROTECT, related_name="+", verbose_name="所属政协"
    )

    class Meta:
        abstract = True
