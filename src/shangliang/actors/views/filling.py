"""A form, the verb behind it, and what is said when the verb refuses: nothing typed is lost."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ...procedures.verdicts import Refused


def fill(
    request: HttpRequest,
    form: forms.BaseForm,
    do: Callable[..., Any],
    *,
    title: str,
    submit: str,
    back: str,
    said: str,
    crumbs: list[tuple[str, str]],
    onward: Callable[[Any], str] | None = None,
    template: str = "actors/form.html",
    **more: Any,
) -> HttpResponse:
    """GET shows the form; a POST that holds calls ``do(**data)`` and goes ``onward`` or ``back``."""
    if request.method == "POST" and form.is_valid():
        given = form.arguments() if hasattr(form, "arguments") else form.cleaned_data
        try:
            result = do(**given)
        except Refused as refused:
            if refused.kind == "wall":
                raise
            form.add_error(None, str(refused))  # type: ignore[attr-defined]
        else:
            messages.success(request, said)
            return redirect(onward(result) if onward else back)
    context = {
        "form": form,
        "title": title,
        "submit": submit,
        "back": back,
        "crumbs": crumbs,
    } | more
    return render(request, template, context, status=422 if form.errors else 200)
