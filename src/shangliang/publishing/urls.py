"""Addresses of this room."""

from django.urls import URLPattern, path

from .views import public

urlpatterns: list[URLPattern] = [
    path("public/", public.listing, name="public-list"),
    path("public/<str:code>/", public.proposal, name="public-proposal"),
]
