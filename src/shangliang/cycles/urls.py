"""Addresses of 会议闭环."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
