"""Addresses of 履职."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
