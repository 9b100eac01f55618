"""Addresses: the chain page, papers, effects, key proposals, honours."""

from django.urls import URLPattern, path, re_path

from .views.chain import effects, honours, key, leader, page, papers, templates

urlpatterns: list[URLPattern] = [
    path("proposals/<int:pk>/", page.page, name="proposal"),
    path("proposals/<int:pk>/print/<slug:kind>/", papers.sheet, name="proposal-print"),
    re_path(
        r"^proposals/(?P<pk>\d+)/paper/(?P<kind>[a-z_]+)\.(?P<ext>docx|pdf)$",
        papers.file,
        name="proposal-paper",
    ),
    path("proposals/<int:pk>/effects/", effects.of_case, name="proposal-effects"),
    path("key/", key.listing, name="key-proposals"),
    path("honours/", honours.listing, name="honours"),
    path("lead/", leader.page, name="leader"),
    path("effects/", effects.listing, name="effects"),
    path("papers/", templates.page, name="papers"),
    path("papers/<int:pk>/", templates.preview, name="template"),
    path("papers/<int:pk>/use/", templates.use, name="template-use"),
    path("papers/<slug:key>/sample.docx", templates.sample_file, name="template-sample"),
    path("papers/<slug:key>/shipped/", templates.shipped, name="template-shipped"),
]
