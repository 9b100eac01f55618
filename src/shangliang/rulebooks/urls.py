"""Addresses of this room."""

from django.urls import path

from .views import diagrams, lists, one

urlpatterns = [
    path("rulebooks/", lists.rulebooks, name="rulebooks"),
    path("rulebooks/new/", lists.new, name="rulebook-new"),
    path("rulebooks/<int:pk>/", one.rulebook, name="rulebook"),
    path("rulebooks/<int:pk>/diff/", one.difference, name="rulebook-diff"),
    path("rulebooks/<int:pk>/edit/<slug:part>/", one.edit, name="rulebook-edit"),
    path("rulebooks/<int:pk>/publish/", one.publish, name="rulebook-publish"),
    path("rulebooks/<int:pk>/discard/", one.discard, name="rulebook-discard"),
    path("rulebooks/<int:pk>/rulebook.toml", one.export, name="rulebook-export"),
    path("rulebooks/<int:pk>/diagram/<slug:table>/", diagrams.diagram, name="rulebook-diagram"),
]
