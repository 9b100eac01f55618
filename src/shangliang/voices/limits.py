"""How often a visitor without account may send: so much an hour from one address."""

from django.core.cache import cache
from django.http import HttpRequest

from ..accounts.access_log import address
from ..procedures.verdicts import refuse

HOUR = 3600


def not_too_often(request: HttpRequest, what: str, most: int) -> None:
    """Counts this request; refuses in words above ``most`` an hour. Nothing typed is lost by it."""
    key = f"visitor:{what}:{address(request)}"
    cache.add(key, 0, HOUR)
    try:
        count = cache.incr(key)
    except ValueError:  # ran out between the two
        count = 1
        cache.set(key, 1, HOUR)
    if count > most:
        raise refuse("这个网络地址一小时内交得太多，请过一会儿再交；您写的还在本页。", "step")
