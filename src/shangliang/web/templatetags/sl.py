"""The tag library of every template (a builtin: no ``{% load %}`` needed)."""

from collections.abc import Callable
from typing import Any

from django import template

from shangliang.web.tagkit import charting, dates, fields, lists, marks

register = template.Library()
plain: dict[str, Callable[..., Any]] = marks.TAGS | fields.TAGS | charting.TAGS

for theme in (dates, marks, lists, fields):
    for name, function in theme.FILTERS.items():
        register.filter(name, function)
for name, function in plain.items():
    register.simple_tag(function, name=name)
for name, function in lists.CONTEXT_TAGS.items():
    register.simple_tag(function, takes_context=True, name=name)
