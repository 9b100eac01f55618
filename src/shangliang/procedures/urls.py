"""Addresses of this room."""

from django.urls import path

from .views import help as help_page

urlpatterns = [
    path("procedures/", help_page.procedures, name="procedures"),
]
