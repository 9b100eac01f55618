"""Points as people write them: 7.5, 70, −3."""

from decimal import Decimal

from django import template

from ...engines.points.count import short

register = template.Library()


@register.filter
def pts(value: Decimal | None) -> str:
    return "—" if value is None else short(value)
