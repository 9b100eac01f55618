"""Points as people write them: 7.5, 70, −3."""

from decimal import Decimal

from django import template

from ...engines.points import Rule
from ...engines.points.count import short
from ..wording import how, say_points

register = template.Library()


@register.filter
def pts(value: Decimal | None) -> str:
    return "—" if value is None else short(value)


@register.filter
def pts_of(rule: Rule) -> str:
    """The points of a rule, by role where they differ."""
    return say_points(rule)


@register.filter
def how_of(rule: Rule) -> str:
    """Its conditions in one line."""
    return "；".join(how(rule))
