"""Every address of the product. Each room keeps its own."""

from django.urls import include, path

from .api.root import api

urlpatterns = [
    path("", include("shangliang.web.urls")),
    path("", include("shangliang.accounts.urls")),
    path("", include("shangliang.actors.urls")),
    path("", include("shangliang.submissions.urls")),
    path("", include("shangliang.tasks.urls")),
    path("", include("shangliang.subjects.urls")),
    path("", include("shangliang.cycles.urls")),
    path("", include("shangliang.topics.urls")),
    path("", include("shangliang.activities.urls")),
    path("", include("shangliang.consensus.urls")),
    path("", include("shangliang.voices.urls")),
    path("", include("shangliang.deeds.urls")),
    path("", include("shangliang.yardsticks.urls")),
    path("", include("shangliang.groups.urls")),
    path("", include("shangliang.programmes.urls")),
    path("", include("shangliang.study.urls")),
    path("", include("shangliang.search.urls")),
    path("", include("shangliang.rulebooks.urls")),
    path("", include("shangliang.procedures.urls")),
    path("", include("shangliang.journal.urls")),
    path("", include("shangliang.notices.urls")),
    path("", include("shangliang.jobs.urls")),
    path("", include("shangliang.documents.urls")),
    path("", include("shangliang.records.urls")),
    path("", include("shangliang.publishing.urls")),
    path("", include("shangliang.publications.urls")),
    path("", include("shangliang.api.urls")),
    path("api/", api.urls),
]
handler400 = "shangliang.web.views.errors.bad_request"
handler403 = "shangliang.web.views.errors.forbidden"
handler404 = "shangliang.web.views.errors.not_found"
handler500 = "shangliang.web.views.errors.server_error"
