"""Addresses of 对象·资金."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
