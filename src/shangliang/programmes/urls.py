"""Addresses of 专项."""

from django.urls import URLPattern, path

from .views import counts, items, pages, talks

urlpatterns: list[URLPattern] = [
    path("programmes/", pages.register, name="programmes"),
    path("programmes/new/<slug:kind>/", pages.new, name="programme-new"),
    path("programmes/<int:pk>/", pages.page, name="programme"),
    path("programmes/<int:pk>/public/", pages.public, name="programme-public"),
    path("programmes/<int:pk>/counts/", counts.counts, name="programme-counts"),
    path("programmes/<int:pk>/talks/", talks.page, name="programme-talks"),
    path("programmes/<int:pk>/talks/<int:speaker>/", talks.book, name="programme-talk-new"),
    path("programmes/<int:pk>/<slug:sheet>/new/", items.new, name="programme-item-new"),
    path("programmes/<int:pk>/<slug:sheet>/import/", items.intake, name="programme-import"),
    path("programmes/<int:pk>/<slug:sheet>/sheet.xlsx", items.template, name="programme-sheet"),
    path("programmes/items/<int:pk>/", items.page, name="programme-item"),
    path("programmes/items/<int:pk>/edit/", items.edit, name="programme-item-edit"),
]
