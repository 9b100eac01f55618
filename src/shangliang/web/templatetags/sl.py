"""The tag library of every template (a builtin: no ``{% load %}`` needed)."""

from django import template

from shangliang.web.tagkit import charting, dates, fields, lists, marks

register = template.Library()

for theme in (dates, marks, lists, fields):
    for name, function in theme.FILTERS.items():
        register.filter(name, function)
for tags in (marks.TAGS, fields.TAGS, charting.TAGS):
    for name, tag in tags.items():
        register.simple_tag(tag, name=name)
for name, tag in lists.CONTEXT_TAGS.items():
    register.simple_tag(tag, takes_context=True, name=name)
