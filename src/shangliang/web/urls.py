"""Addresses of the shell."""

from django.conf import settings
from django.urls import path

from .views import gallery, modes, session

urlpatterns = [
    path("mode/<slug:name>/", modes.switch, name="mode"),
    path("session/", session.state, name="session"),
]
if settings.DEBUG or getattr(settings, "DEMO", False):
    urlpatterns.append(path("parts/", gallery.parts, name="parts"))
