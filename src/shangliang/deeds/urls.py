"""Addresses of 履职."""

from django.urls import path, re_path

from .views import homework, own_table, points, record, record_paper

urlpatterns = [
    path("deeds/", record.mine, name="deeds"),
    path("deeds/people/", record.people, name="deeds-people"),
    path("deeds/desk/", record.desk, name="deeds-desk"),
    path("deeds/report/", record.report, name="deed-report"),
    path("homework/", homework.listing, name="homework"),
    path("homework/<int:pk>/", homework.page, name="homework-work"),
    path("homework/share/<int:year>/", homework.share, name="homework-share"),
    path("deeds/<int:pk>/<int:year>/", record.record, name="record"),
    path("deeds/<int:pk>/<int:year>/exempt/", record.exempt, name="record-exempt"),
    path("deeds/exemptions/<int:pk>/end/", record.unexempt, name="record-unexempt"),
    path("deeds/confirm/<int:year>/", record.confirm, name="record-confirm"),
    path("deeds/contest/<int:year>/", record.contest, name="record-contest"),
    path("deeds/statement/<int:year>/", record.statement, name="statement"),
    re_path(
        r"^deeds/(?P<pk>\d{1,15})/(?P<year>\d{4})/statement\.(?P<ext>docx|pdf)$",
        record_paper.paper,
        name="statement-paper",
    ),
    path("points/", points.points, name="points"),
    path("points/settle/", points.settling, name="points-settle"),
    path("points/own/", own_table.own_table, name="points-own"),
    path("points/what-if/", points.what_if, name="points-what-if"),
    path("points/<int:pk>/", points.table, name="points-table"),
]
