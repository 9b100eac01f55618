"""Addresses of this room."""

from django.urls import path

from .views import auditor, own

urlpatterns = [
    path("journal/", auditor.journal, name="journal"),
    path("journal/verify/", auditor.prove, name="journal-verify"),
    path("journal/events.csv", auditor.export, name="journal-export"),
    path("journal/mine/", own.mine, name="journal-mine"),
]
