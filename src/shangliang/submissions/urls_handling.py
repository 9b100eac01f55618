"""Addresses: handling."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
