"""Filters that make an address lead to the words: ``{% load spots %}``."""

from django import template

from ..find import Hit
from ..spot import of_passage, of_text

register = template.Library()


@register.filter
def led(hit: Hit) -> str:
    """The address of a result, at its passage."""
    return hit.url + of_passage(hit.passage)


@register.filter
def spot(text: str) -> str:
    """A link inside the page to a sentence quoted from it."""
    return of_text(text)
