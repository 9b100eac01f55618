"""Addresses of this room."""

from django.urls import URLPattern, path

from .views import clauses, digest, download, handing, listing, reader

urlpatterns: list[URLPattern] = [
    path("files/<int:pk>/", download.download, name="file"),
    path("documents/", listing.listing, name="intakes"),
    path("documents/new/", listing.take, name="intake-new"),
    path("documents/<int:pk>/", reader.reader, name="intake"),
    path("documents/<int:pk>/tasks/", handing.tasks, name="intake-tasks"),
    path("documents/<int:pk>/digest/", digest.digest, name="digest"),
    path("documents/<int:pk>/digest.<str:ext>", digest.paper, name="digest-paper"),
    path("documents/<int:pk>/matrix/", clauses.matrix, name="matrix"),
    path("documents/<int:pk>/matrix.xlsx", clauses.matrix_xlsx, name="matrix-xlsx"),
    path("extracts/<int:pk>/", reader.extract, name="extract"),
    path("extracts/<int:pk>/<slug:verb>/", reader.extract_do, name="extract-do"),
    path("extracts/<int:pk>/form/<slug:verb>/", reader.extract_form, name="extract-form"),
    path("clauses/<int:pk>/", clauses.clause, name="clause"),
    path("measures/<int:pk>/", clauses.report, name="clause-measure"),
]
