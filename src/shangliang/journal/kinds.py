"""The word the log uses for a kind of row."""

from django.db import models


def type_of(row: models.Model) -> str:
    """``submission``, ``assignment`` ...: stable, since events keep it for ever."""
    return row._meta.model_name or ""
