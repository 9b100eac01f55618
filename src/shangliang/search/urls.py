"""Addresses of 检索."""

from django.urls import URLPattern, path

from .views import page, signals, suggestions

urlpatterns: list[URLPattern] = [
    path("search/", page.page, name="search"),
    path("search/body/<int:pk>/", page.body, name="found-body"),
    path("search/beside/<int:pk>/", suggestions.beside, name="beside"),
    path("search/judge/<int:pk>/", suggestions.judge, name="judge-advice"),
    path("search/suggestions/", suggestions.settings, name="suggestions"),
    path("search/suggestions/learn/", suggestions.learn, name="learn-suggestions"),
    path("search/groups/", suggestions.merging, name="merge-groups"),
    path("signals/", signals.listing, name="early-signals"),
    path("signals/<int:pk>/judge/", signals.judge, name="judge-signal"),
]
