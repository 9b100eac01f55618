"""Addresses of 活动."""

from django.urls import path, re_path

from .views import (
    causes,
    feeds,
    findings,
    leaves,
    lists,
    open_doors,
    outcome,
    papers,
    projects,
    reports,
    signing,
)

urlpatterns = [
    path("activities/", lists.activities, name="activities"),
    path("activities/new/", lists.new, name="activity-new"),
    path("activities/causes/", causes.causes, name="activity-causes"),
    path("activities/worker.js", signing.worker, name="activity-worker"),
    path("open/", open_doors.listing, name="open-activities"),
    path("open/<int:pk>/", open_doors.page, name="open-activity"),
    path("open/place/<str:code>/", open_doors.place, name="open-place"),
    path("activities/<int:pk>/", lists.page, name="activity"),
    path("activities/<int:pk>/wall/", signing.wall, name="activity-wall"),
    path("activities/<int:pk>/in/", signing.mine, name="activity-in"),
    path("activities/<int:pk>/list/", signing.ticking, name="activity-list"),
    path("activities/<int:pk>/list/send/", signing.send, name="activity-send"),
    path("activities/<int:pk>/leaves/", leaves.leaves, name="activity-leaves"),
    re_path(
        r"^activities/(?P<pk>\d{1,15})/sheet\.(?P<ext>docx|pdf)$",
        papers.sheet,
        name="activity-sheet",
    ),
    path("findings/", findings.findings, name="findings"),
    path("findings/<int:pk>/", findings.finding, name="finding"),
    path("findings/<int:pk>/photo/<int:visit>/", findings.photo, name="finding-photo"),
    path("projects/", projects.projects, name="projects"),
    path("projects/new/", projects.new, name="project-new"),
    path("projects/<int:pk>/", projects.project, name="project"),
    path("projects/<int:pk>/ask/", projects.ask, name="project-ask"),
    path("projects/<int:pk>/partner/", projects.partner, name="project-partner"),
    re_path(
        r"^projects/(?P<pk>\d{1,15})/report\.(?P<ext>docx|pdf)$",
        projects.paper,
        name="project-paper",
    ),
    path("projects/<int:pk>/note/", projects.note, name="project-note"),
    path("projects/<int:pk>/finding/", projects.new_finding, name="project-finding"),
    path("reports/answer/<int:pk>/", reports.answer, name="report-answer"),
    re_path(
        r"^reports/(?P<kind>project|activity)/(?P<pk>\d{1,15})/keep/$",
        reports.keep,
        name="report-keep",
    ),
    re_path(
        r"^reports/(?P<kind>project|activity)/(?P<pk>\d{1,15})/deliver/$",
        reports.send,
        name="report-deliver",
    ),
    re_path(
        r"^reports/(?P<pk>\d{1,15})/draft\.(?P<ext>docx|pdf)$", reports.paper, name="report-draft"
    ),
    path("activities/<int:pk>/outcome/", outcome.outcome, name="activity-outcome"),
    path("activities/<int:pk>/checks/", reports.checks, name="activity-checks"),
    path("checks/<int:pk>/", reports.check, name="check"),
    path("calendar/feed/", feeds.manage, name="calendar-feed"),
    re_path(r"^feeds/(?P<token>[\w-]{20,64})\.ics$", feeds.feed, name="feed"),
]
