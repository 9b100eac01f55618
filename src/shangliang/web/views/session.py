"""Whether the reader is still signed in: asked by a page that saves while its session may be over."""

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET


@never_cache
@require_GET
def state(request: HttpRequest) -> JsonResponse:
    """``{"who": account key or "", "csrf": fresh token}``.

    Signing in again changes the token; the page that waited in another tab needs the new one. The
    answer is readable only from this site (no CORS), as the token in any form is.
    """
    user = request.user
    return JsonResponse(
        {"who": str(user.pk) if user.is_authenticated else "", "csrf": get_token(request)}
    )
