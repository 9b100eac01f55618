"""Addresses of 标尺·读数·差距."""

from django.urls import path

from .views import acts, aims, compare, figure, figures, gaps, ledgers, library, maps, pulses, work

urlpatterns = [
    path("compare/", compare.comparison, name="compare"),
    path("compare/circular.docx", compare.circular_paper, name="compare-circular"),
    path("compare/map/", maps.region_map, name="compare-map"),
    path("compare/map/new/", maps.map_new, name="map-new"),
    path("figures/", figures.figures_in, name="figures-in"),
    path("figures/batch/<int:pk>/", figures.batch, name="figures-batch"),
    path("figures/batch/<int:pk>/take/", figures.take, name="figures-take"),
    path("figures/batch/<int:pk>/leave/", figures.leave, name="figures-leave"),
    path("figures/<int:pk>/", figure.figure, name="figure"),
    path("gaps/", gaps.ledger, name="gaps"),
    path("gaps/<int:pk>/", gaps.gap, name="gap"),
    path("gaps/effects/", aims.effects, name="measure-effects"),
    path("targets/", aims.targets, name="targets"),
    path("whatif/", aims.whatif, name="whatif"),
    path("decompose/", aims.decomposition, name="decompose"),
    path("benchmarks/", aims.benchmarks, name="benchmarks"),
    path("yardsticks/", library.library, name="yardsticks"),
    path("yardsticks/<int:pk>/", library.framework, name="framework"),
    path("yardsticks/index/<int:pk>/", library.index, name="index-parts"),
    path("yardsticks/act/<slug:name>/", acts.act, name="yardstick-act"),
    path("regions/<int:pk>/", library.base_numbers, name="region"),
    path("sheets/", work.sheet_list, name="sheets"),
    path("sheets/<int:pk>/", work.sheet, name="sheet"),
    path("lists/", work.three_lists, name="three-lists"),
    path("notebooks/", work.notebooks, name="notebooks"),
    path("practices/", work.practices, name="practices"),
    path("practices/<int:pk>/", work.practice, name="practice"),
    path("ledgers/", ledgers.ledger_list, name="ledgers"),
    path("ledgers/<slug:code>/", ledgers.ledger, name="ledger"),
    path("ledgers/<slug:code>/new/", ledgers.ledger_new, name="ledger-new"),
    path("ledgers/<slug:code>/<int:pk>/", ledgers.entry, name="ledger-entry"),
    path("ledgers/<slug:code>/<int:pk>/edit/", ledgers.entry_edit, name="ledger-entry-edit"),
    path("needs/", work.needs_matrix, name="needs"),
    path("pulses/", pulses.pulses, name="pulses"),
    path("ask/<str:code>/", pulses.fill, name="pulse-fill"),
    path("ask/<str:code>/code.svg", pulses.code_image, name="pulse-code"),
]
