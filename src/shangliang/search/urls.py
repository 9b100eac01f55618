"""Addresses of 检索."""

from django.urls import URLPattern, path

from .views import page

urlpatterns: list[URLPattern] = [
    path("search/", page.page, name="search"),
    path("search/body/<int:pk>/", page.body, name="found-body"),
]
