"""Addresses of 共识."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
