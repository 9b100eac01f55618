"""Addresses of this room."""

from django.urls import path

from .views import calendar
from .views import help as help_page

urlpatterns = [
    path("procedures/", help_page.procedures, name="procedures"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/clear/", calendar.clear, name="calendar-clear"),
    path("calendar/declare/", calendar.declare, name="calendar-declare"),
]
