"""Addresses of this room."""

from django.urls import path

from .views import health, jobs

urlpatterns = [
    path("jobs/", jobs.jobs, name="jobs"),
    path("jobs/<int:pk>/", jobs.job, name="job"),
    path("jobs/<int:pk>/cancel/", jobs.cancel, name="job-cancel"),
    path("health/", health.health, name="health"),
    path("health/live", health.live, name="health-live"),
]
