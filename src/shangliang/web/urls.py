"""Addresses of the shell."""

from django.conf import settings
from django.urls import path

from .day import views as day
from .views import do, gallery, modes, session

urlpatterns = [
    path("", day.home, name="home"),
    path("day/", day.day, name="day"),
    path("mode/<slug:name>/", modes.switch, name="mode"),
    path("session/", session.state, name="session"),
    path("do/<slug:table>/<slug:verb>/<int:pk>/", do.do, name="do"),
]
if settings.DEBUG or getattr(settings, "DEMO", False):
    urlpatterns.append(path("parts/", gallery.parts, name="parts"))
