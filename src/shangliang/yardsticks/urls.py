"""Addresses of 标尺·读数·差距."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
