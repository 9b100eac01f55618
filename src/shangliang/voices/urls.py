"""Addresses of 来声."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
