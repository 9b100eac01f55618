"""Addresses of 活动."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
