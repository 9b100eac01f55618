"""Addresses of 检索."""

from django.urls import URLPattern, path

from .views import fields, page, related, signals, suggestions, writing

urlpatterns: list[URLPattern] = [
    path("search/", page.page, name="search"),
    path("search/body/<int:pk>/", page.body, name="found-body"),
    path("search/beside/<int:pk>/", suggestions.beside, name="beside"),
    path("search/judge/<int:pk>/", suggestions.judge, name="judge-advice"),
    path("search/suggestions/", suggestions.settings, name="suggestions"),
    path("search/suggestions/learn/", suggestions.learn, name="learn-suggestions"),
    path("search/groups/", suggestions.merging, name="merge-groups"),
    path("search/related/<int:pk>/", related.beside_voice, name="related-voice"),
    path("search/firms/<int:pk>/", related.alike_firms, name="alike-firms"),
    path("search/writing/", writing.beside_writing, name="beside-writing"),
    path("search/saying/", writing.beside_saying, name="beside-saying"),
    path("search/fields/", fields.table, name="fields"),
    path("search/fields/<str:key>/", fields.one, name="field"),
    path("signals/", signals.listing, name="early-signals"),
    path("signals/look/", signals.look, name="look-signals"),
    path("signals/<int:pk>/", signals.one, name="early-signal"),
    path("signals/<int:pk>/judge/", signals.judge, name="judge-signal"),
]
