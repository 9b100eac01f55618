"""Addresses of 议题."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
