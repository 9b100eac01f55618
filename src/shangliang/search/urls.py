"""Addresses of 检索."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
