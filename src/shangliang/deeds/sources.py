"""Where a fact can be looked at: the page of the row behind it."""

from django.urls import NoReverseMatch, reverse

from ..engines.points import Fact


def address_of(fact: Fact) -> str:
    """The page, or nothing where a fact has none of its own (a deed one reported)."""
    name, pk = fact.page
    if not name:
        return ""
    try:
        return reverse(name, args=[pk])
    except NoReverseMatch:
        return ""
