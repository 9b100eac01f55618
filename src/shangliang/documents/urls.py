"""Addresses of this room."""

from django.urls import URLPattern, path

from .views import download

urlpatterns: list[URLPattern] = [
    path("files/<int:pk>/", download.download, name="file"),
]
