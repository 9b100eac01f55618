"""Addresses of this room."""

from django.urls import re_path

from .views import export

urlpatterns = [
    re_path(r"^exports/(?P<kind>[a-z-]+)\.(?P<form>xlsx|csv)$", export.export, name="export"),
]
