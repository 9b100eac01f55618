"""Addresses of the shell."""

from django.conf import settings
from django.urls import path

from .views import do, gallery, modes, session

urlpatterns = [
    path("mode/<slug:name>/", modes.switch, name="mode"),
    path("session/", session.state, name="session"),
    path("do/<slug:table>/<slug:verb>/<int:pk>/", do.do, name="do"),
]
if settings.DEBUG or getattr(settings, "DEMO", False):
    urlpatterns.append(path("parts/", gallery.parts, name="parts"))
