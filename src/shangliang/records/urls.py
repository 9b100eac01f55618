"""Addresses of this room."""

from django.urls import path, re_path

from .views import export, member, qualities, statistics

urlpatterns = [
    re_path(r"^exports/(?P<kind>[a-z-]+)\.(?P<form>xlsx|csv)$", export.export, name="export"),
    path("qualities/", qualities.page, name="qualities"),
    re_path(r"^qualities/(?P<side>handling|service)/$", qualities.page, name="quality"),
    path("statistics/", statistics.statistics, name="year-statistics"),
    re_path(r"^statistics/report\.(?P<ext>docx|pdf)$", statistics.paper, name="year-report"),
    re_path(r"^statistics/parts/(?P<key>\w{1,40})/$", statistics.parts, name="parts-of"),
    path("people/me/year/", member.mine, name="my-year"),
    path("people/<int:pk>/year/<int:year>/", member.page, name="member-year"),
    re_path(
        r"^people/(?P<pk>\d{1,15})/year/(?P<year>\d{4})\.(?P<ext>docx|pdf)$",
        member.paper,
        name="member-year-paper",
    ),
]
