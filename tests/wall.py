"""The committee wall, watched in every test: no list of a committee's rows without naming it.

A statement on a table that carries ``committee_id`` must say which committee, or reach its rows by
key (primary key, or the key of a row that was itself reached so).
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from django.apps import apps

VERBS = re.compile(r"^\s*(SELECT|UPDATE|DELETE)\b", re.I)
NAMED = re.compile(r'"committee_id"\s*(=|IN\b)', re.I)
BY_KEY = re.compile(r'"(?:\w+_)?(?:id|ptr)"\s*(=|IN\b)|"public_code"\s*=', re.I)
FROM = re.compile(r'(?:FROM|UPDATE)\s+"(\w+)"', re.I)


@cache
def walled() -> frozenset[str]:
    """Tables whose rows belong to a committee."""
    return frozenset(
        model._meta.db_table
        for model in apps.get_models()
        if any(f.attname == "committee_id" for f in model._meta.concrete_fields)
    )


class WallBreach(AssertionError):
    """A statement would read rows of every committee."""


def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    """Django's execute_wrapper: look at the statement, then let it run."""
    if VERBS.match(sql):
        table = FROM.search(sql)
        if table and table.group(1) in walled():
            where = sql.split("WHERE", 1)
            if len(where) == 1 or not (NAMED.search(where[1]) or BY_KEY.search(where[1])):
                raise WallBreach(f"no committee named: {sql[:300]}")
    return execute(sql, params, many, context)
