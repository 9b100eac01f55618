"""协商四有: hints to an author before sending (S-033). Nothing of the text is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from ...engines.text.temper import temper

MOST = 4000  # characters read


@require_POST
def hints(request: HttpRequest) -> HttpResponse:
    """Heated words, sweeping words, claims without a fact: for the author, who may send it as it is."""
    found = temper(request.POST.get("text", "")[:MOST])
    return render(request, "topics/_hints.html", {"found": found})
